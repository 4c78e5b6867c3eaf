#pragma once

#include <QObject>
#include <QWidget>

namespace retailor::app {

// Tells once, right after the widget's first paint has reached the screen.
class FirstPaint : public QObject {
  Q_OBJECT

 public:
  explicit FirstPaint(QWidget& widget);

 Q_SIGNALS:
  void happened();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

double millisecondsSinceProcessStart();  // to 10 ms, as the system keeps it

}  // namespace retailor::app
