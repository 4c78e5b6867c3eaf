#include "ui/window/stall_meter.h"

#include <algorithm>

namespace retailor::ui {

namespace {

constexpr int period = 5;  // ms

}  // namespace

StallMeter::StallMeter(QObject* parent) : QObject(parent) {
  m_beat.setTimerType(Qt::PreciseTimer);
  m_beat.setInterval(period);
  connect(&m_beat, &QTimer::timeout, this, &StallMeter::beat);
}

void StallMeter::start() {
  m_since.start();
  m_beat.start();
}

void StallMeter::beat() {
  m_longest = std::max(m_longest, m_since.nsecsElapsed() - period * qint64{1'000'000});
  m_since.start();
}

}  // namespace retailor::ui
