// How the fitted cloth, its mesh and its pins look.
#include <QPainterPath>
#include <map>

#include "ui/fitting/fit_handles.h"
#include "ui/fitting/fit_words.h"

namespace retailor::ui {

namespace {

constexpr double pinRadius = 5.5;  // logical pixels
constexpr double heldBack = 36;    // more than a pin leaves the pointer to snap to the outline

// After Okabe and Ito, as the regions are.
QColor pinColour(PinSide side) {
  switch (side) {
    case PinSide::Left: return QColor(0x56, 0xB4, 0xE9);
    case PinSide::Right: return QColor(0xE6, 0x9F, 0x00);
    case PinSide::Middle: return QColor(0xF2, 0xF2, 0xF2);
    case PinSide::Extra: break;
  }
  return QColor(0x1F, 0xB8, 0x8A);
}

QPainterPath pinShape(PinSide side, QPointF at, double radius) {
  QPainterPath path;
  switch (side) {
    case PinSide::Left: path.addEllipse(at, radius, radius); break;
    case PinSide::Right: path.addRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)); break;
    case PinSide::Middle:
      path.addPolygon(QPolygonF({at + QPointF(0, -1.3 * radius), at + QPointF(1.2 * radius, radius), at + QPointF(-1.2 * radius, radius)}));
      break;
    case PinSide::Extra:
      path.addPolygon(QPolygonF({at + QPointF(0, -1.35 * radius), at + QPointF(1.35 * radius, 0), at + QPointF(0, 1.35 * radius),
                                 at + QPointF(-1.35 * radius, 0)}));
      break;
  }
  path.closeSubpath();
  return path;
}

void drawName(QPainter& painter, QPointF at, const QString& name) {
  const QRectF words = painter.fontMetrics().boundingRect(name);
  const QRectF plate(at.x() + 12, at.y() - words.height() / 2 - 2, words.width() + 12, words.height() + 4);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(20, 22, 24, 215));
  painter.drawRoundedRect(plate, 4, 4);
  painter.setPen(Qt::white);
  painter.drawText(plate, Qt::AlignCenter, name);
}

}  // namespace

void FitHandles::findEdges() {
  if (m_fit.ready() && m_fit.mesh().triangles == m_triangles) return;
  m_inner.clear();
  m_rim.clear();
  m_triangles.clear();
  if (!m_fit.ready()) return;
  m_triangles = m_fit.mesh().triangles;
  std::map<std::pair<int, int>, int> times;
  for (const auto& triangle : m_fit.mesh().triangles)
    for (std::size_t i = 0; i < 3; ++i) ++times[std::minmax(triangle[i], triangle[(i + 1) % 3])];
  for (const auto& [edge, count] : times) (count == 1 ? m_rim : m_inner).push_back(edge);
}

void FitHandles::drawMesh(QPainter& painter, const ZoomPan& zoom) const {
  const std::vector<garment::Point>& placed = m_fit.mesh().placed;
  const auto lines = [&](const std::vector<std::pair<int, int>>& edges) {
    QList<QLineF> all;
    all.reserve(static_cast<qsizetype>(edges.size()));
    const auto corner = [&](int index) {
      const garment::Point& at = placed[static_cast<std::size_t>(index)];
      return zoom.toView(QPointF(at.x, at.y));
    };
    for (const auto& [from, to] : edges) all << QLineF(corner(from), corner(to));
    return all;
  };
  if (m_showMesh) {
    painter.setPen(QPen(QColor(255, 255, 255, 60), 0.7));
    painter.drawLines(lines(m_inner));
  }
  const QList<QLineF> rim = lines(m_rim);
  painter.setPen(QPen(QColor(0, 0, 0, 150), 2.4));
  painter.drawLines(rim);
  painter.setPen(QPen(Qt::white, 1));
  painter.drawLines(rim);
}

void FitHandles::drawPin(QPainter& painter, const ZoomPan& zoom, std::size_t index) const {
  const PinSide side = sideOf(m_fit.pins()[index]);
  const QPointF at = zoom.toView(m_fit.pinAt(index));
  const bool current = m_current == index, large = current || m_hovered == index;
  const double radius = large ? 1.3 * pinRadius : pinRadius;
  painter.setBrush(Qt::NoBrush);
  if (current) {
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
    painter.drawEllipse(at, 1.9 * pinRadius, 1.9 * pinRadius);
    painter.setPen(QPen(Qt::white, 2));
    painter.drawEllipse(at, 1.9 * pinRadius, 1.9 * pinRadius);
  }
  painter.setPen(QPen(QColor(0, 0, 0, 210), 1.4));
  painter.setBrush(pinColour(side));
  painter.drawPath(pinShape(side, at, radius));
}

// A pin that stays behind the pointer says why.
void FitHandles::drawNames(QPainter& painter, const ZoomPan& zoom) const {
  const auto named = m_dragged ? m_dragged : m_hovered ? m_hovered : m_current;
  if (!named) return;
  const QPointF at = zoom.toView(m_fit.pinAt(*named)), wished = zoom.toView(m_latest);
  const bool held = m_dragged && m_movedAny && QLineF(at, wished).length() > heldBack;
  if (held) {
    painter.setPen(QPen(Qt::white, 1.2, Qt::DashLine));
    painter.drawLine(at, wished);
  }
  const QString name = pinName(m_fit.pins()[*named]);
  drawName(painter, at, held ? tr("%1: further, the cloth would fold").arg(name) : name);
}

void FitHandles::drawMarks(QPainter& painter, const ZoomPan& zoom) const {
  if (!m_fit.ready()) return;
  painter.save();
  const FitLook::Picture& look = m_fit.look(zoom.scale());
  if (!look.levels.empty()) look.levels.draw(painter, zoom, look.window, painter.clipBoundingRect().toAlignedRect());
  painter.setRenderHint(QPainter::Antialiasing);
  drawMesh(painter, zoom);
  for (std::size_t i = 0; i < m_fit.pins().size(); ++i) drawPin(painter, zoom, i);
  drawNames(painter, zoom);
  painter.restore();
}

}  // namespace retailor::ui
