#pragma once

#include <QWidget>

namespace retailor::ui {

// Draws the eye to a control for two seconds: a frame around it that glows twice and goes. It lies over the window and takes no clicks.
// Belongs to the window; a newer one takes the older's place.
class Spotlight : public QWidget {
  Q_OBJECT

 public:
  static void shineOn(QWidget* control);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Spotlight(QWidget* control, QWidget* window);

  double m_glow = 0;  // 0..1
};

}  // namespace retailor::ui
