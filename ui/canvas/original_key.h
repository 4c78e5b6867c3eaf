#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace retailor::ui {

class CanvasView;

// "Hold Tab to see the original", in the widgets it watches. A short tap of Tab still moves the focus on, so that the keyboard can leave
// the canvas.
class OriginalKey : public QObject {
  Q_OBJECT

 public:
  explicit OriginalKey(CanvasView& canvas);
  void watch(QWidget* widget);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  CanvasView& m_canvas;
  QElapsedTimer m_held;
};

}  // namespace retailor::ui
