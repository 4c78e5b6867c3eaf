#include "ui/tools/mask_tool.h"

#include <QPainterPath>

#include "core/mask/mask_combine.h"
#include "core/mask/shapes.h"

namespace retailor::ui {

using mask::PaintMode;

namespace {

image::Rect boundsWithin(const QPolygonF& outline, const image::Rect& photo) {
  const QRect around = outline.boundingRect().toAlignedRect();
  return image::intersected({around.x(), around.y(), around.width(), around.height()}, photo);
}

}  // namespace

MaskTool::MaskTool(OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent)
    : Tool(parent), m_settings(settings), m_work(work), m_open(open) {}

PaintMode MaskTool::modeFor(Qt::KeyboardModifiers modifiers) const {
  if (modifiers & Qt::AltModifier) return PaintMode::Subtract;
  if (modifiers & Qt::ShiftModifier) return PaintMode::Add;
  return m_settings.mode();
}

MaskPatch combined(const mask::Mask& mask, const mask::Mask& shape, const image::Rect& where, PaintMode mode) {
  const mask::Mask old = mask.cropped(where);
  return {where, mode == PaintMode::Add ? mask::added(old, shape) : mask::subtracted(old, shape)};
}

MaskPatch filledOutline(const mask::Mask& mask, const QPolygonF& outline, mask::PaintMode mode) {
  const image::Rect where = boundsWithin(outline, mask.bounds());
  if (where.empty()) return {};
  std::vector<mask::Point> points;
  points.reserve(static_cast<std::size_t>(outline.size()));
  for (const QPointF& point : outline) points.push_back({point.x() - where.x, point.y() - where.y});
  return combined(mask, mask::polygonMask(where.size(), points), where, mode);
}

void drawMarkPath(QPainter& painter, const QPainterPath& path, bool dashed) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(QColor(0, 0, 0, 170), dashed ? 1.2 : 2.6));
  painter.drawPath(path);
  painter.setPen(QPen(Qt::white, 1.2, dashed ? Qt::DashLine : Qt::SolidLine));
  painter.drawPath(path);
  painter.restore();
}

}  // namespace retailor::ui
