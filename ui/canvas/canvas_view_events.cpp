// The canvas's half that listens: pointer, wheel, keys, tablet.
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTabletEvent>
#include <QToolTip>
#include <cmath>

#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/placement_handles.h"
#include "ui/tools/tool.h"

namespace retailor::ui {

namespace {

constexpr double panStep = 64, zoomStep = 1.25, splitReach = 6;

QPointF arrow(int key) {
  switch (key) {
    case Qt::Key_Left: return {panStep, 0};
    case Qt::Key_Right: return {-panStep, 0};
    case Qt::Key_Up: return {0, panStep};
    case Qt::Key_Down: return {0, -panStep};
    default: return {};
  }
}

}  // namespace

Pointer CanvasView::pointerAt(QPointF view, double pressure, Qt::KeyboardModifiers modifiers) const {
  return {m_zoomPan.toPhoto(view), pressure, modifiers, 1.0 / m_zoomPan.viewScale()};
}

bool CanvasView::overSplitLine(QPointF view) const { return m_split && std::abs(view.x() - splitX()) <= splitReach; }

void CanvasView::begin(QPointF view, const Pointer& pointer, Qt::MouseButton button) {
  if (m_gesture != Gesture::None || !m_open.document()) return;
  m_last = view;
  const bool pans = button == Qt::MiddleButton || m_spaceHeld || (activeTool() && activeTool()->pansView());
  if (overSplitLine(view) && !pans)
    m_gesture = Gesture::SplitLine;
  else if (pans)
    m_gesture = Gesture::Pan;
  else if (button == Qt::LeftButton && activeTool())
    m_gesture = Gesture::Tool;
  refreshCursor();
  if (m_gesture == Gesture::Tool) activeTool()->press(pointer);
  if (m_gesture == Gesture::None && button == Qt::RightButton && activeTool()) activeTool()->rightPress(pointer);
}

void CanvasView::go(QPointF view, const Pointer& pointer) {
  const QPointF before = std::exchange(m_last, view);
  switch (m_gesture) {
    case Gesture::Pan:
      m_zoomPan.panBy(view - before);
      viewMoved();
      break;
    case Gesture::SplitLine:
      m_splitShare = std::clamp(view.x() / width(), 0.0, 1.0);
      update();
      break;
    case Gesture::Tool: activeTool()->drag(pointer); break;
    case Gesture::None:
      if (activeTool() && m_open.document()) activeTool()->hover(pointer);
      if (m_split || m_placement || m_guest) refreshCursor();
      break;
  }
  Q_EMIT pointerMoved(pointer.at);
}

void CanvasView::end(const Pointer& pointer) {
  const Gesture ended = std::exchange(m_gesture, Gesture::None);
  if (ended == Gesture::Tool && activeTool()) activeTool()->release(pointer);
  refreshCursor();
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
  begin(event->position(), pointerAt(event->position(), 1.0, event->modifiers()), event->button());
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
  const Pointer pointer = pointerAt(event->position(), 1.0, event->modifiers());
  const bool tools = m_gesture == Gesture::None && event->button() == Qt::LeftButton && !m_spaceHeld && m_open.document() && activeTool();
  if (!tools || !activeTool()->doublePress(pointer)) begin(event->position(), pointer, event->button());
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) { go(event->position(), pointerAt(event->position(), 1.0, event->modifiers())); }

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
  if (m_gesture != Gesture::None && event->buttons() == Qt::NoButton) end(pointerAt(event->position(), 1.0, event->modifiers()));
}

// Accepted, so that Qt makes no mouse event of it: only here the pressure is known.
void CanvasView::tabletEvent(QTabletEvent* event) {
  const Pointer pointer = pointerAt(event->position(), event->pressure(), event->modifiers());
  if (event->type() == QEvent::TabletPress)
    begin(event->position(), pointer, event->button());
  else if (event->type() == QEvent::TabletMove)
    go(event->position(), pointer);
  else if (event->type() == QEvent::TabletRelease)
    end(pointer);
  event->accept();
}

void CanvasView::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (m_open.document() && notches != 0) zoomBy(std::pow(zoomStep, notches), event->position());
  event->accept();
}

bool CanvasView::event(QEvent* event) {
  if (event->type() == QEvent::NativeGesture) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
      zoomBy(1.0 + gesture->value(), gesture->position());
      return true;
    }
  }
  if (event->type() == QEvent::ShortcutOverride && activeTool() && m_open.document() &&
      activeTool()->wantsKey(*static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  if (event->type() == QEvent::ToolTip && showTip(*static_cast<QHelpEvent*>(event))) return true;
  return QWidget::event(event);
}

bool CanvasView::showTip(const QHelpEvent& event) {
  const QString tip = activeTool() && m_open.document() ? activeTool()->tipAt(pointerAt(event.pos(), 1.0, {})) : QString();
  if (tip.isEmpty()) return false;
  QToolTip::showText(event.globalPos(), tip, this);
  return true;
}

bool CanvasView::focusNextPrevChild(bool next) { return stepToolFocus(next) || QWidget::focusNextPrevChild(next); }

void CanvasView::keyPressEvent(QKeyEvent* event) {
  if (activeTool() && m_open.document() && activeTool()->takeKey(*event)) return;
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    m_spaceHeld = true;
    return refreshCursor();
  }
  if (const QPointF delta = arrow(event->key()); !delta.isNull()) {
    m_zoomPan.panBy(delta);
    return viewMoved();
  }
  if (event->key() == Qt::Key_Plus) return zoomBy(zoomStep);
  if (event->key() == Qt::Key_Minus) return zoomBy(1 / zoomStep);
  QWidget::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QWidget::keyReleaseEvent(event);
  m_spaceHeld = false;
  refreshCursor();
}

void CanvasView::resizeEvent(QResizeEvent*) {
  m_zoomPan.setViewport(size(), devicePixelRatioF());
  viewMoved();
}

void CanvasView::leaveEvent(QEvent*) {
  if (activeTool()) activeTool()->leave();
}

void CanvasView::refreshCursor() {
  if (!m_open.document()) return unsetCursor();
  const bool pans = m_spaceHeld || (activeTool() && activeTool()->pansView());
  if (m_gesture == Gesture::Pan)
    setCursor(Qt::ClosedHandCursor);
  else if (m_gesture == Gesture::SplitLine || (m_gesture == Gesture::None && overSplitLine(m_last)))
    setCursor(Qt::SplitHCursor);
  else if (pans)
    setCursor(Qt::OpenHandCursor);
  else if (activeTool())
    setCursor(activeTool()->cursor(m_zoomPan));
}

}  // namespace retailor::ui
