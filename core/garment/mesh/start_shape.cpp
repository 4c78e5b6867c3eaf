#include "core/garment/mesh/start_shape.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace retailor::garment {
namespace {

constexpr double kMostAnisotropy = 1.35;

bool onSleeve(const PixelPin& pin) {
  using enum Landmark;
  if (!pin.landmark) return false;
  return *pin.landmark == CuffOuterLeft || *pin.landmark == CuffInnerLeft || *pin.landmark == CuffOuterRight ||
         *pin.landmark == CuffInnerRight;
}

struct Fit {
  Eigen::Matrix2d matrix = Eigen::Matrix2d::Identity();
  Point from, to;  // centres
};

Fit fitted(const std::vector<PixelPin>& pins) {
  Fit fit;
  for (const PixelPin& pin : pins) fit.from += pin.garment, fit.to += pin.person;
  const double share = 1.0 / static_cast<double>(pins.size());
  fit.from = share * fit.from, fit.to = share * fit.to;
  Eigen::Matrix2d spread = Eigen::Matrix2d::Zero(), together = Eigen::Matrix2d::Zero();
  for (const PixelPin& pin : pins) {
    const Eigen::Vector2d a(pin.garment.x - fit.from.x, pin.garment.y - fit.from.y), b(pin.person.x - fit.to.x, pin.person.y - fit.to.y);
    spread += a * a.transpose();
    together += b * a.transpose();
  }
  spread += 1e-9 * Eigen::Matrix2d::Identity();
  fit.matrix = together * spread.inverse();
  return fit;
}

// The same turn, with the two stretches brought together about their geometric mean. Never mirrored.
Eigen::Matrix2d limited(const Eigen::Matrix2d& matrix) {
  const Eigen::JacobiSVD<Eigen::Matrix2d> svd(matrix, Eigen::ComputeFullU | Eigen::ComputeFullV);
  const double larger = std::max(1e-6, svd.singularValues()[0]), smaller = std::max(1e-6, svd.singularValues()[1]);
  const double ratio = std::min(larger / smaller, kMostAnisotropy), mean = std::sqrt(larger * smaller);
  Eigen::Vector2d stretch(mean * std::sqrt(ratio), mean / std::sqrt(ratio));
  Eigen::Matrix2d u = svd.matrixU();
  if ((u * svd.matrixV().transpose()).determinant() < 0) u.col(1) = -u.col(1);
  return u * stretch.asDiagonal() * svd.matrixV().transpose();
}

}  // namespace

std::vector<Point> startShape(const std::vector<Point>& corners, const std::vector<PixelPin>& pins) {
  std::vector<PixelPin> torso;
  std::ranges::copy_if(pins, std::back_inserter(torso), [](const PixelPin& pin) { return !onSleeve(pin); });
  const Fit fit = fitted(torso.size() >= 3 ? torso : pins);
  const Eigen::Matrix2d map = limited(fit.matrix);
  std::vector<Point> shape;
  for (const Point& p : corners) {
    const Eigen::Vector2d moved = map * Eigen::Vector2d(p.x - fit.from.x, p.y - fit.from.y);
    shape.push_back({moved.x() + fit.to.x, moved.y() + fit.to.y});
  }
  return shape;
}

}  // namespace retailor::garment
