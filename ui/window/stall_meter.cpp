#include "ui/window/stall_meter.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace retailor::ui {

namespace {

constexpr int period = 5;  // ms

qint64 threadNanoseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * qint64{1'000'000'000} + used.tv_nsec;
}

}  // namespace

StallMeter::StallMeter(QObject* parent) : QObject(parent) {
  m_beat.setTimerType(Qt::PreciseTimer);
  m_beat.setInterval(period);
  connect(&m_beat, &QTimer::timeout, this, &StallMeter::beat);
}

void StallMeter::start() {
  m_ownBefore = threadNanoseconds();
  m_since.start();
  m_beat.start();
}

void StallMeter::beat() {
  m_longest = std::max(m_longest, m_since.nsecsElapsed() - period * qint64{1'000'000});
  const qint64 own = threadNanoseconds();
  m_longestOwn = std::max(m_longestOwn, own - std::exchange(m_ownBefore, own));
  m_since.start();
}

}  // namespace retailor::ui
