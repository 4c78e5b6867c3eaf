#pragma once

#include <QCursor>
#include <QKeyEvent>
#include <QObject>
#include <QPainter>
#include <QPointF>

#include "ui/canvas/zoom_pan.h"

namespace retailor::ui {

// Where the pointer is, in photo pixels (pixel centres at .5), how hard it is pressed and with which keys.
struct Pointer {
  QPointF at;
  double pressure = 1.0;
  Qt::KeyboardModifiers modifiers;
  double reach = 1.0;  // photo pixels per logical pixel: how far "near" is
};

// What the pointer does on the canvas. A tool hears positions in photo pixels, draws its own marks over the picture, and ends a gesture
// in one edit of the document. Main thread; the canvas borrows it.
class Tool : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  virtual void press(const Pointer& pointer) = 0;
  virtual void drag(const Pointer& pointer) = 0;
  virtual void release(const Pointer& pointer) = 0;
  virtual void hover(const Pointer&) {}
  virtual void leave() {}
  virtual void cancel() {}                                         // forget the gesture, for instance because the document went away
  virtual bool takeKey(QKeyEvent&) { return false; }               // pressed while the canvas has the focus; true when the tool used it
  virtual bool wantsKey(const QKeyEvent&) const { return false; }  // asked before shortcuts: true keeps the key for takeKey
  virtual bool doublePress(const Pointer&) { return false; }       // false: counts as another press
  virtual void rightPress(const Pointer&) {}
  virtual bool stepFocus(bool /*forward*/) { return false; }  // Tab, Shift+Tab: to the next of what it shows; false past the last
  virtual QString tipAt(const Pointer&) const { return {}; }  // for a tooltip
  virtual bool pansView() const { return false; }             // the canvas then moves the picture instead of calling press, drag, release

  virtual void drawMarks(QPainter&, const ZoomPan&) const {}
  virtual QCursor cursor(const ZoomPan&) const { return Qt::CrossCursor; }

 Q_SIGNALS:
  // The marks inside `photo` (photo pixels) look different now; they may stick out by `margin` logical pixels.
  void marksChanged(const QRectF& photo, int margin);
};

}  // namespace retailor::ui
