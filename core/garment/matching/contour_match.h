#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/garment/landmarks/outline.h"

namespace retailor::garment {

// Which place on one closed outline corresponds to which on another.
struct ContourMatch {
  std::vector<double>
      target;           // for each source point: an index into the target outline, fractional, not wrapped: it rises by its size in all
  double cost = 0;      // of the warping, comparable between sources of as many points
  double residual = 0;  // mean distance left after moving and bending, share of the target's size
};

inline constexpr std::array allShifts{-0.06, -0.03, 0.0, 0.03, 0.06};

// Elastic matching of two outlines that run the same way round: position and direction of the tangents, by cyclic dynamic warping in three
// rounds, the affine map and then a smooth bend refitted in between. `sourceTop` and `targetTop` are where each outline's top lies (index).
// That the tops correspond is tried with `shifts` of the target's (shares of its length); the cheapest counts.
ContourMatch matchedContours(const Outline& source, const Outline& target, std::size_t sourceTop, std::size_t targetTop,
                             std::span<const double> shifts = allShifts);

// Index of the point of an outline at the middle of its top.
std::size_t topCentre(const Outline& outline);

Point pointAt(const Outline& outline, double index);  // fractional, any number of turns

}  // namespace retailor::garment
