#include "ui/fitting/fit_handles.h"

#include <QKeyEvent>
#include <QLineF>
#include <algorithm>

#include "ui/fitting/fit_words.h"

namespace retailor::ui {

using document::ReferenceAspect;

namespace {

constexpr double pinReach = 11;      // logical pixels
constexpr int fitMarksMargin = 260;  // pins, and the name beside one

QPointF arrow(int key) {
  switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
  }
}

bool finishes(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape; }

bool removes(int key) { return key == Qt::Key_Delete || key == Qt::Key_Backspace; }

}  // namespace

FitHandles::FitHandles(CurrentFit& fit, QObject* parent) : Tool(parent), m_fit(fit) {
  m_moveSoon.setSingleShot(true);
  m_moveSoon.setInterval(0);
  connect(&m_moveSoon, &QTimer::timeout, this, &FitHandles::moveToLatest);
  connect(&fit, &CurrentFit::moved, this, &FitHandles::meshMoved);
  connect(&fit, &CurrentFit::ended, this, &FitHandles::cancel);
}

void FitHandles::setShowMesh(bool show) {
  m_showMesh = show;
  repaint();
}

void FitHandles::setCurrentPin(std::optional<std::size_t> index) {
  if (index == m_current) return;
  m_current = index;
  repaint();
  Q_EMIT currentPinChanged();
}

void FitHandles::meshMoved() {
  findEdges();
  if (m_current && *m_current >= m_fit.pins().size()) setCurrentPin(std::nullopt);
  if (m_dragged && *m_dragged >= m_fit.pins().size()) m_dragged.reset();
  m_hovered.reset();
  repaint();
}

void FitHandles::repaint() {
  if (!m_drawn.isEmpty()) Q_EMIT marksChanged(m_drawn, fitMarksMargin);
  m_drawn = m_fit.ready() ? m_fit.area() : QRectF();
  if (m_fit.ready())
    for (std::size_t i = 0; i < m_fit.pins().size(); ++i) m_drawn |= QRectF(m_fit.pinAt(i), QSizeF(1, 1));
  if (m_dragged && m_movedAny) m_drawn |= QRectF(m_latest, QSizeF(1, 1));
  if (!m_drawn.isEmpty()) Q_EMIT marksChanged(m_drawn, fitMarksMargin);
}

std::optional<std::size_t> FitHandles::pinNear(const Pointer& pointer) const {
  std::optional<std::size_t> nearest;
  double least = pinReach * pointer.reach;
  for (std::size_t i = 0; m_fit.ready() && i < m_fit.pins().size(); ++i) {
    const double away = QLineF(pointer.at, m_fit.pinAt(i)).length();
    if (away > least) continue;
    least = away;
    nearest = i;
  }
  return nearest;
}

std::optional<std::size_t> FitHandles::otherEndOf(std::size_t index) const {
  const std::vector<garment::FitPin>& pins = m_fit.pins();
  const auto other = pins[index].landmark ? otherEnd(*pins[index].landmark) : std::nullopt;
  const auto found = other ? std::ranges::find(pins, other, &garment::FitPin::landmark) : pins.end();
  return found != pins.end() ? std::optional(static_cast<std::size_t>(found - pins.begin())) : std::nullopt;
}

void FitHandles::press(const Pointer& pointer) {
  m_movedAny = false;
  m_dragged = usable() ? pinNear(pointer) : std::nullopt;
  if (!m_dragged) return;
  m_grip = m_fit.pinAt(*m_dragged) - pointer.at;
  m_along = pointer.modifiers & Qt::ShiftModifier ? otherEndOf(*m_dragged) : std::nullopt;
  if (m_along) m_alongGrip = m_fit.pinAt(*m_along) - m_fit.pinAt(*m_dragged);
  setCurrentPin(m_dragged);
}

void FitHandles::drag(const Pointer& pointer) {
  if (!m_dragged) return;
  m_latest = pointer.at + m_grip;
  m_movedAny = true;
  if (!m_moveSoon.isActive()) m_moveSoon.start();
}

void FitHandles::moveToLatest() {
  m_moveSoon.stop();
  if (!m_dragged || !m_fit.ready()) return;
  if (m_along)
    m_fit.dragPins({*m_dragged, m_latest}, {*m_along, m_latest + m_alongGrip});
  else
    m_fit.dragPin(*m_dragged, m_latest);
}

void FitHandles::release(const Pointer&) {
  if (m_moveSoon.isActive()) moveToLatest();
  const bool kept = m_dragged && m_movedAny && m_fit.ready();
  m_dragged.reset();
  repaint();
  if (kept) m_fit.keepPins(ReferenceAspect::Fit, tr("Move pin"));
}

void FitHandles::hover(const Pointer& pointer) {
  const auto before = std::exchange(m_hovered, pinNear(pointer));
  if (before != m_hovered) repaint();
}

void FitHandles::leave() { m_hovered.reset(); }

void FitHandles::cancel() {
  m_moveSoon.stop();
  m_dragged.reset();
  m_hovered.reset();
  setCurrentPin(std::nullopt);
  repaint();
}

bool FitHandles::doublePress(const Pointer& pointer) {
  if (!usable()) return false;
  if (const auto pin = pinNear(pointer))
    reset(*pin);
  else
    setCurrentPin(m_fit.addPin(pointer.at));
  return true;
}

void FitHandles::rightPress(const Pointer& pointer) {
  const auto pin = usable() ? pinNear(pointer) : std::nullopt;
  if (!pin) return;
  setCurrentPin(pin);
  Q_EMIT pinMenuWanted(*pin);
}

void FitHandles::remove(std::size_t index) {
  if (!usable() || index >= m_fit.pins().size()) return;
  setCurrentPin(std::nullopt);
  m_fit.removePin(index);
}

void FitHandles::reset(std::size_t index) {
  if (usable() && index < m_fit.pins().size() && m_fit.canReset(index)) m_fit.resetPin(index);
}

void FitHandles::nudge(QPointF by) {
  m_fit.dragPin(*m_current, m_fit.pinAt(*m_current) + by);
  m_fit.keepPins(ReferenceAspect::FitSetting, tr("Move pin"));  // key after key is one step
}

bool FitHandles::wantsKey(const QKeyEvent& event) const {
  const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  return plain && (finishes(event.key()) || (m_current && (removes(event.key()) || !arrow(event.key()).isNull())));
}

bool FitHandles::takeKey(QKeyEvent& event) {
  if (!wantsKey(event)) return false;
  if (finishes(event.key())) {
    Q_EMIT finished();
    return true;
  }
  if (!usable()) return true;
  if (removes(event.key()))
    remove(*m_current);
  else
    nudge(arrow(event.key()) * (event.modifiers() & Qt::ShiftModifier ? 10 : 1));
  return true;
}

bool FitHandles::stepFocus(bool forward) {
  if (!m_fit.ready() || m_fit.pins().empty()) return false;
  const std::size_t count = m_fit.pins().size();
  const bool last = m_current && *m_current == (forward ? count - 1 : 0);
  if (last) {
    setCurrentPin(std::nullopt);  // so that the keyboard can leave the canvas
    return false;
  }
  const std::size_t first = forward ? 0 : count - 1;
  setCurrentPin(m_current ? (forward ? *m_current + 1 : *m_current - 1) : first);
  return true;
}

QString FitHandles::tipAt(const Pointer& pointer) const {
  const auto pin = pinNear(pointer);
  if (pin && otherEndOf(*pin))
    return tr("%1 — drag to move, with Shift its other end too; double click to reset").arg(pinName(m_fit.pins()[*pin]));
  if (pin) return tr("%1 — drag to move, double click to reset").arg(pinName(m_fit.pins()[*pin]));
  return m_fit.ready() && m_fit.area().contains(pointer.at) ? tr("Double click to add a pin") : QString();
}

QCursor FitHandles::cursor(const ZoomPan&) const {
  if (m_fit.busy() && !m_fit.ready()) return Qt::BusyCursor;
  if (m_dragged) return Qt::ClosedHandCursor;
  return m_hovered ? Qt::OpenHandCursor : Qt::ArrowCursor;
}

}  // namespace retailor::ui
