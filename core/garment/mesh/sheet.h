#pragma once

#include "core/garment/landmarks/outline.h"
#include "core/garment/mesh/fit_mesh.h"

namespace retailor::garment {

// A garment cut into triangles, before it is placed anywhere.
struct Sheet {
  std::vector<Point> corners;  // garment picture pixels; the first `rim` of them lie on the outline, clockwise
  std::vector<double> along;   // of the rim's corners: index into the outline, fractional
  std::size_t rim = 0;
  std::vector<std::array<int, 3>> triangles;  // all turning the same way
  std::vector<ClothLayer> layers;
};

// Corners on the outline at `fixed` (fractional indices into it, so that pins sit on corners) and about `spacing` apart, a hexagonal grid
// inside, Delaunay. Triangles whose middle lies beyond the outline are left out, so a sleeve is not tied to the torso through the gap
// between them.
Sheet sheetOf(const Outline& outline, const LandmarkPlaces& landmarks, std::vector<double> fixed, double spacing);

// A place on the cloth as shares of a triangle's corners: those of the triangle it lies in, or of the nearest one.
struct OnTriangle {
  int triangle = -1;  // -1: the mesh is empty
  std::array<double, 3> shares{};
  bool inside = false;
};
OnTriangle locate(const std::vector<Point>& corners, const std::vector<std::array<int, 3>>& triangles, Point place);
Point placeOf(const std::vector<Point>& corners, const std::array<int, 3>& triangle, const std::array<double, 3>& shares);

}  // namespace retailor::garment
