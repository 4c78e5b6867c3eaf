#include "ui/tools/box_tool.h"

#include <cmath>

#include "core/mask/shapes.h"

namespace retailor::ui {

void BoxTool::press(const Pointer& pointer) {
  m_dragging = true;
  m_from = m_to = pointer.at;
  m_mode = modeFor(pointer.modifiers);
}

void BoxTool::drag(const Pointer& pointer) {
  if (!m_dragging) return;
  const QRectF before = box();
  m_to = pointer.at;
  Q_EMIT marksChanged(before.united(box()), 4);
}

void BoxTool::release(const Pointer&) {
  if (!std::exchange(m_dragging, false) || !document()) return;
  Q_EMIT marksChanged(box(), 4);
  const int left = static_cast<int>(std::lround(box().left())), top = static_cast<int>(std::lround(box().top()));
  const image::Rect whole{left, top, static_cast<int>(std::lround(box().right())) - left,
                          static_cast<int>(std::lround(box().bottom())) - top};
  const image::Rect inside = image::intersected(whole, document()->mask().bounds());
  if (!inside.empty()) boxDrawn(inside, m_mode);
}

void BoxTool::cancel() { m_dragging = false; }

void BoxTool::drawMarks(QPainter& painter, const ZoomPan& zoom) const {
  if (!m_dragging) return;
  drawMarkPath(painter, outline(zoom.toView(box())), true);
}

QPainterPath BoxTool::outline(const QRectF& box) const {
  QPainterPath path;
  path.addRect(box);
  return path;
}

void RectangleTool::boxDrawn(const image::Rect& box, mask::PaintMode mode) {
  m_work.start(tr("Rectangle"), target(), [box, mode](const document::DocumentState&, const mask::Mask& old) -> Result<MaskPatch> {
    return combined(old, mask::Mask(box.size(), 255), box, mode);
  });
}

QPainterPath EllipseTool::outline(const QRectF& box) const {
  QPainterPath path;
  path.addEllipse(box);
  return path;
}

void EllipseTool::boxDrawn(const image::Rect& box, mask::PaintMode mode) {
  m_work.start(tr("Ellipse"), target(), [box, mode](const document::DocumentState&, const mask::Mask& old) -> Result<MaskPatch> {
    return combined(old, mask::ellipseMask(box.size(), {0, 0, box.width, box.height}), box, mode);
  });
}

}  // namespace retailor::ui
