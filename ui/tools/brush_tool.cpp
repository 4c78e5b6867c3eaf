#include "ui/tools/brush_tool.h"

#include <QPainterPath>

#include "core/document/edits/mark_region.h"

namespace retailor::ui {

using mask::PaintMode;

namespace {

constexpr double smallestCircle = 3;  // logical pixels of radius; below it a cross says more

}  // namespace

BrushTool::BrushTool(Purpose purpose, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent)
    : MaskTool(open, settings, work, parent), m_purpose(purpose) {
  connect(&settings, &ToolSettings::changed, this, [this] { showTipAt(m_tipAt); });
}

QString BrushTool::label() const {
  if (!m_painted.isMask()) return m_purpose == Purpose::Erase ? tr("Erase from the marked region") : tr("Paint the marked region");
  return m_purpose == Purpose::Erase ? tr("Erase mask") : tr("Paint mask");
}

void BrushTool::press(const Pointer& pointer) {
  if (!document()) return;
  m_before = document()->coverage(target());
  const PaintMode mode = m_purpose == Purpose::Erase ? PaintMode::Subtract : modeFor(pointer.modifiers);
  m_painted = target();
  m_stroke.emplace(document()->maskForPainting(m_painted), m_settings.tip(), mode);
  goTo(pointer);
}

void BrushTool::drag(const Pointer& pointer) {
  if (m_stroke) goTo(pointer);
}

void BrushTool::goTo(const Pointer& pointer) {
  const image::Rect changed = m_stroke->moveTo(pointer.at.x(), pointer.at.y(), pointer.pressure);
  if (!changed.empty()) document()->maskPainted(changed, m_painted);
  showTipAt(pointer.at);
}

void BrushTool::release(const Pointer&) {
  if (!m_stroke) return;
  const image::Rect changed = m_stroke->changed();
  m_stroke.reset();
  if (!changed.empty()) document::pushPainted(*document(), m_before, changed, label(), m_painted, m_settings.sharing());
  m_before = {};
}

void BrushTool::hover(const Pointer& pointer) { showTipAt(pointer.at); }

void BrushTool::leave() { showTipAt({}); }

void BrushTool::cancel() {
  m_stroke.reset();
  m_before = {};
}

void BrushTool::showTipAt(std::optional<QPointF> at) {
  const auto around = [](QPointF centre, double radius) {
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
  };
  if (m_tipAt) Q_EMIT marksChanged(around(*m_tipAt, m_tipRadius), 4);
  m_tipAt = at;
  m_tipRadius = m_settings.tip().radius;
  if (m_tipAt) Q_EMIT marksChanged(around(*m_tipAt, m_tipRadius), 4);
}

void BrushTool::drawMarks(QPainter& painter, const ZoomPan& zoom) const {
  const double radius = m_tipRadius * zoom.viewScale();
  if (!m_tipAt || radius < smallestCircle) return;
  QPainterPath circle;
  circle.addEllipse(zoom.toView(*m_tipAt), radius, radius);
  drawMarkPath(painter, circle, false);
}

QCursor BrushTool::cursor(const ZoomPan& zoom) const {
  return m_settings.tip().radius * zoom.viewScale() < smallestCircle ? Qt::CrossCursor : Qt::BlankCursor;
}

}  // namespace retailor::ui
