#include "ui/tools/box_tool.h"

#include <QPainterPath>
#include <cmath>

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
  QPainterPath path;
  path.addRect(zoom.toView(box()));
  drawMarkPath(painter, path, true);
}

void RectangleTool::boxDrawn(const image::Rect& box, mask::PaintMode mode) {
  m_work.start(tr("Rectangle"), target(), [box, mode](const document::DocumentState&, const mask::Mask& old) -> Result<MaskPatch> {
    return combined(old, mask::Mask(box.size(), 255), box, mode);
  });
}

}  // namespace retailor::ui
