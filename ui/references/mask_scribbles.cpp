#include "ui/references/mask_scribbles.h"

#include <QPainterPath>
#include <algorithm>

namespace retailor::ui {

void MaskScribbles::begin(bool counts, double radius, QPointF at) {
  m_strokes.push_back({counts ? counting : other, radius, {{at.x(), at.y()}}});
}

void MaskScribbles::goOn(QPointF at) {
  if (!m_strokes.empty()) m_strokes.back().path.push_back({at.x(), at.y()});
}

bool MaskScribbles::decides() const {
  const auto has = [this](std::uint8_t label) { return std::ranges::find(m_strokes, label, &mask::Scribble::label) != m_strokes.end(); };
  return has(counting) && has(other);
}

// What counts in green, the rest red and dashed, so that colour is not the only cue.
void MaskScribbles::draw(QPainter& painter, const ZoomPan& zoom) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const mask::Scribble& stroke : m_strokes) {
    QPainterPath path;
    for (const mask::Point& point : stroke.path) {
      const QPointF at = zoom.toView(QPointF(point.x, point.y));
      path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    if (path.elementCount() == 1) path.lineTo(path.currentPosition() + QPointF(0.1, 0));
    const double width = std::max(3.0, 2 * stroke.radius * zoom.viewScale());
    const bool counts = stroke.label == counting;
    painter.setPen(QPen(QColor(0, 0, 0, 150), width + 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(counts ? QColor(0x3f, 0xc8, 0x7a) : QColor(0xff, 0x6b, 0x6b), width, counts ? Qt::SolidLine : Qt::DashLine,
                        Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
  }
}

}  // namespace retailor::ui
