#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace retailor::ui {

// How long the event loop was kept from turning: a heartbeat every 5 ms, and the longest time by which one came late. Main thread.
class StallMeter : public QObject {
  Q_OBJECT

 public:
  explicit StallMeter(QObject* parent = nullptr);
  void start();
  void stop() { m_beat.stop(); }
  double longestMilliseconds() const { return static_cast<double>(m_longest) / 1e6; }

 private:
  void beat();

  QTimer m_beat;
  QElapsedTimer m_since;
  qint64 m_longest = 0;  // ns
};

}  // namespace retailor::ui
