#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace retailor::ui {

// How long the event loop was kept from turning: a heartbeat every 5 ms, and the longest time by which one came late; and, as other
// programs may have held the processor, the most that this thread itself worked between two beats. Main thread.
class StallMeter : public QObject {
  Q_OBJECT

 public:
  explicit StallMeter(QObject* parent = nullptr);
  void start();
  void stop() { m_beat.stop(); }
  double longestMilliseconds() const { return static_cast<double>(m_longest) / 1e6; }
  double longestOwnMilliseconds() const { return static_cast<double>(m_longestOwn) / 1e6; }

 private:
  void beat();

  QTimer m_beat;
  QElapsedTimer m_since;
  qint64 m_ownBefore = 0;  // ns, all of them
  qint64 m_longest = 0;
  qint64 m_longestOwn = 0;
};

}  // namespace retailor::ui
