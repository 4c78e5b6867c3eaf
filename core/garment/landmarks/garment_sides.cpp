#include "core/garment/landmarks/garment_sides.h"

#include <algorithm>
#include <cmath>

namespace retailor::garment {
namespace {

constexpr double kSleeveBay = 0.05;  // of the height: as deep the gap between sleeve and torso must be at least
constexpr double kMiddle = 0.15;     // of the width: no gap between legs is farther from the middle

Bay openBay(const std::vector<Point>& path) {
  std::vector<double> lowestAfter(path.size());
  for (std::size_t i = path.size(); i-- > 0;) lowestAfter[i] = i + 1 < path.size() ? std::max(path[i].y, lowestAfter[i + 1]) : path[i].y;
  Bay bay;
  double lowestBefore = path.front().y;
  for (std::size_t i = 0; i < path.size(); ++i) {
    lowestBefore = std::max(lowestBefore, path[i].y);
    if (const double depth = std::min(lowestBefore, lowestAfter[i]) - path[i].y; depth > bay.depth) bay = {path[i], depth};
  }
  return bay;
}

Bay heldBay(const std::vector<Point>& path, Side side) {
  const double turn = side == Side::Right ? 1 : -1;
  Bay bay;
  for (std::size_t tip = 0; tip + 1 < path.size(); ++tip) {
    const Point chord = path.back() - path[tip];
    const double size = std::max(1e-9, length(chord));
    for (std::size_t i = tip + 1; i < path.size(); ++i)
      if (const double depth = turn * cross(chord, path[i] - path[tip]) / size; depth > bay.depth) bay = {path[i], depth};
  }
  return bay;
}

}  // namespace

std::vector<Point> pathBetween(const Outline& outline, Point from, Point to) {
  std::vector<Point> path;
  const std::size_t last = nearestIndex(outline, to);
  for (std::size_t i = nearestIndex(outline, from);; i = (i + 1) % outline.size()) {
    path.push_back(outline[i]);
    if (i == last) return path;
  }
}

std::optional<Point> GarmentSides::best(const Where& where, const Score& score) const {
  std::optional<Point> found;
  const auto rank = [&](Point p) { return std::pair(score(p), -std::abs(p.x - m_build.middle)); };
  for (const Point& p : m_outline)
    if (where(p) && (!found || rank(p) > rank(*found))) found = p;
  return found;
}

Point GarmentSides::highest(const std::vector<Point>& path, const Score& score) {
  return *std::ranges::max_element(path, [&](Point a, Point b) { return score(a) < score(b); });
}

std::vector<Point> GarmentSides::pathDown(Point upper, Point lower, Side side) const {
  if (side == Side::Right) return pathBetween(m_outline, upper, lower);
  std::vector<Point> path = pathBetween(m_outline, lower, upper);
  std::ranges::reverse(path);
  return path;
}

Point GarmentSides::onMiddle(bool low) const {
  const double far = 10.0 * m_build.box.height;
  return *best([](Point) { return true; },
               [&](Point p) { return -std::abs(p.x - m_build.middle) - (low == (fromTop(p) > 0.5) ? 0 : far); });
}

Bay GarmentSides::bayOn(Side side) const {
  const std::vector<Point> path = pathDown(onMiddle(false), onMiddle(true), side);
  const Bay open = openBay(path);
  return open.depth > kSleeveBay * height() ? open : heldBay(path, side);
}

bool GarmentSides::sleevesOn(Side side) const { return bayOn(side).depth > kSleeveBay * height(); }

double GarmentSides::leastBay() const { return std::min(bayOn(Side::Left).depth, bayOn(Side::Right).depth); }

Point GarmentSides::crotch() const {
  const auto corner = [&](Side side) {
    return best([&](Point p) { return lateral(p, side) > 0 && fromTop(p) > 0.5; }, [&](Point p) { return p.y + 0.6 * lateral(p, side); });
  };
  const auto left = corner(Side::Left), right = corner(Side::Right);
  if (!left || !right) return {m_build.middle, bottom()};
  const std::vector<Point> lower = pathBetween(m_outline, *right, *left);
  const auto height = [&](Point p) { return p.y + (std::abs(p.x - m_build.middle) < kMiddle * width() ? 0 : 1e9); };
  return *std::ranges::min_element(lower, {}, height);
}

double GarmentSides::crotchHeight() const { return (bottom() - crotch().y) / height(); }

}  // namespace retailor::garment
