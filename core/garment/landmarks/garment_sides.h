#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/garment/landmarks/garment_build.h"

namespace retailor::garment {

// The outline's points clockwise from one place to another.
std::vector<Point> pathBetween(const Outline& outline, Point from, Point to);

// The gap between sleeve and torso: where it ends, and how deep it is.
struct Bay {
  Point armpit;
  double depth = 0;  // pixels
};

// A garment's outline as two sides, each walked from the top outwards and down, so that left and right are read alike. Refers to what it
// was made from.
class GarmentSides {
 public:
  GarmentSides(const Outline& outline, const GarmentBuild& build) : m_outline(outline), m_build(build) {}

  const Outline& outline() const { return m_outline; }
  double width() const { return m_build.box.width; }
  double height() const { return m_build.box.height; }
  double middle() const { return m_build.middle; }
  double bottom() const { return m_build.box.bottom(); }

  double lateral(Point p, Side side) const { return side == Side::Right ? p.x - m_build.middle : m_build.middle - p.x; }  // outwards
  double fromTop(Point p) const { return (p.y - m_build.box.y) / m_build.box.height; }                                    // 0..1

  using Where = std::function<bool(Point)>;
  using Score = std::function<double(Point)>;
  // The outline's point with the highest score, of equal ones the one nearest to the middle; nothing when none is where it should be.
  std::optional<Point> best(const Where& where, const Score& score) const;
  static Point highest(const std::vector<Point>& path, const Score& score);  // of a path that is not empty; the first of equals

  std::vector<Point> pathDown(Point upper, Point lower, Side side) const;
  Point onMiddle(bool low) const;  // the outline's point on the garment's middle line, at its lower or upper end

  // The gap below a sleeve: where it opens downwards, its highest place; below a sleeve held out, the place farthest inside the line from
  // the sleeve's tip to the middle of the hem.
  Bay bayOn(Side side) const;
  bool sleevesOn(Side side) const;
  double leastBay() const;  // of both sides' depths

  // The highest place of the lower border near the middle: between two legs, the crotch.
  Point crotch() const;
  double crotchHeight() const;  // how far that is up, as a share of the height

 private:
  const Outline& m_outline;
  const GarmentBuild& m_build;
};

}  // namespace retailor::garment
