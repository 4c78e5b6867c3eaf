#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/garment/landmarks/outline.h"

namespace retailor::garment {

// Which place on one closed outline corresponds to which on another.
struct ContourMatch {
  std::vector<double> target;  // for each source point: an index into the target outline, fractional, not wrapped
  double cost = 0;             // of the warping, comparable between sources of as many points
  double residual = 0;         // mean distance left after moving and bending, share of the target's size
};

inline constexpr std::array allShifts{-0.06, -0.03, 0.0, 0.03, 0.06};

// Elastic matching of two outlines that run the same way round: position and direction of the tangents, by cyclic dynamic warping in four
// rounds, the affine map and then a smooth bend refitted in between. That the tops of both correspond is tried with `shifts` of the
// target's (shares of its length); the cheapest counts. Mirrored outlines give the mirrored match. The source has an even number of points.
ContourMatch matchedContours(const Outline& source, const Outline& target, std::span<const double> shifts = allShifts);

// Where a place on the source (fractional index) lies on the target (fractional index, not wrapped), between the points matched.
double targetOf(const ContourMatch& match, double at, std::size_t targetSize);

}  // namespace retailor::garment
