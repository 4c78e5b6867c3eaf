#include "ui/canvas/original_key.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include "ui/canvas/canvas_view.h"

namespace retailor::ui {

namespace {

constexpr qint64 tapMilliseconds = 180;

QWidget* nextInChain(QWidget* from) {
  QWidget* next = from->nextInFocusChain();
  while (next != from && !(next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus))) next = next->nextInFocusChain();
  return next;
}

}  // namespace

OriginalKey::OriginalKey(CanvasView& canvas) : QObject(&canvas), m_canvas(canvas) { watch(&canvas); }

void OriginalKey::watch(QWidget* widget) { widget->installEventFilter(this); }

bool OriginalKey::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut) m_canvas.setShowOriginal(false);
  if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  if (key->key() != Qt::Key_Tab || key->modifiers() != Qt::NoModifier) return false;
  if (key->isAutoRepeat()) return true;
  if (event->type() == QEvent::KeyPress) {
    m_held.start();
    m_canvas.setShowOriginal(true);
    return true;
  }
  m_canvas.setShowOriginal(false);
  const bool tapped = m_held.isValid() && m_held.elapsed() < tapMilliseconds;
  const bool stepped = tapped && watched == &m_canvas && m_canvas.stepToolFocus(true);
  if (tapped && !stepped) nextInChain(static_cast<QWidget*>(watched))->setFocus(Qt::TabFocusReason);
  m_held.invalidate();
  return true;
}

}  // namespace retailor::ui
