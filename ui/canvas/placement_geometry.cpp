#include "ui/canvas/placement_geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retailor::ui {

using completion::Placement;

QPointF placementCentre(const Placement& placement) { return {placement.x + placement.width / 2, placement.y + placement.height / 2}; }

QPointF turned(QPointF offset, double degrees) {
  const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
  return {offset.x() * c - offset.y() * s, offset.x() * s + offset.y() * c};
}

std::array<QPointF, 4> placementCorners(const Placement& placement) {
  const double w = placement.width / 2, h = placement.height / 2;
  std::array<QPointF, 4> corners{QPointF(-w, -h), QPointF(w, -h), QPointF(w, h), QPointF(-w, h)};
  for (QPointF& corner : corners) corner = placementCentre(placement) + turned(corner, placement.degrees);
  return corners;
}

QPointF turnKnob(const Placement& placement, double distance) {
  return placementCentre(placement) + turned({0, -placement.height / 2 - distance}, placement.degrees);
}

bool placementHolds(const Placement& placement, QPointF point) {
  const QPointF inside = turned(point - placementCentre(placement), -placement.degrees);
  return std::abs(inside.x()) <= placement.width / 2 && std::abs(inside.y()) <= placement.height / 2;
}

Placement moved(Placement placement, QPointF by) {
  placement.x += by.x();
  placement.y += by.y();
  return placement;
}

Placement scaledAboutCentre(Placement placement, double factor) {
  const QPointF centre = placementCentre(placement);
  const double smallest = 4 / std::max(1e-6, std::min(placement.width, placement.height));
  factor = std::max(factor, std::min(1.0, smallest));
  placement.width *= factor;
  placement.height *= factor;
  placement.x = centre.x() - placement.width / 2;
  placement.y = centre.y() - placement.height / 2;
  return placement;
}

Placement placementFilling(image::Size picture, const image::Rect& counted, const image::Rect& target) {
  const double scale = std::min(static_cast<double>(target.width) / counted.width, static_cast<double>(target.height) / counted.height);
  const double x = target.x + target.width / 2.0 - (counted.x + counted.width / 2.0) * scale;
  const double y = target.y + target.height / 2.0 - (counted.y + counted.height / 2.0) * scale;
  return {x, y, picture.width * scale, picture.height * scale, 0};
}

}  // namespace retailor::ui
