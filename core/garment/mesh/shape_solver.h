#pragma once

#include <array>
#include <memory>
#include <vector>

#include "core/garment/point.h"

namespace retailor::garment {

// A place on the mesh that should lie somewhere: shares of up to three corners.
struct Pull {
  std::array<int, 3> corners{};
  std::array<double, 3> shares{1, 0, 0};
  Point target;
  double weight = 1;
  bool pinned = false;  // by a pin, not by an outline
};

// Bends a mesh towards its pulls as rigidly as possible (Sorkine and Alexa 2007): uniform weights on its edges, soft pulls, local rotations
// and one sparse Cholesky solution in turn. The factor belongs to mesh and weights; targets may change freely.
class ShapeSolver {
 public:
  // `rest` is the shape that wants to be kept.
  ShapeSolver(const std::vector<Point>& rest, const std::vector<std::array<int, 3>>& triangles);
  ~ShapeSolver();
  ShapeSolver(ShapeSolver&&) noexcept;
  ShapeSolver& operator=(ShapeSolver&&) noexcept;

  void setPulls(std::vector<Pull> pulls);  // factors anew only when corners, shares or weights differ
  void rounds(std::vector<Point>& placed, int count) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace retailor::garment
