#include "ui/tools/lasso_tool.h"

#include <QPainterPath>

namespace retailor::ui {

void LassoTool::press(const Pointer& pointer) {
  m_outline = {pointer.at};
  m_mode = modeFor(pointer.modifiers);
}

void LassoTool::drag(const Pointer& pointer) {
  if (m_outline.isEmpty() || QLineF(m_outline.last(), pointer.at).length() < pointer.reach) return;
  m_outline << pointer.at;
  // The closing line moves too, so the whole outline is drawn anew.
  Q_EMIT marksChanged(m_outline.boundingRect(), 4);
}

void LassoTool::release(const Pointer&) {
  const QPolygonF outline = std::exchange(m_outline, {});
  Q_EMIT marksChanged(outline.boundingRect(), 4);
  if (outline.size() < 3) return;
  m_work.start(tr("Lasso"), target(), [outline, mode = m_mode](const document::DocumentState&, const mask::Mask& old) -> Result<MaskPatch> {
    return filledOutline(old, outline, mode);
  });
}

void LassoTool::cancel() { m_outline.clear(); }

void LassoTool::drawMarks(QPainter& painter, const ZoomPan& zoom) const {
  if (m_outline.size() < 2) return;
  QPainterPath path;
  path.addPolygon(zoom.photoToView().map(m_outline));
  path.closeSubpath();
  drawMarkPath(painter, path, true);
}

}  // namespace retailor::ui
