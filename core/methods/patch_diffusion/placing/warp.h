#pragma once

#include <vector>

namespace retailor::patch_diffusion {

// Positions here are continuous: a pixel (x, y) covers [x, x+1) x [y, y+1), so its centre is (x + 0.5, y + 0.5) and scaling is a product.
struct Point {
  double x = 0, y = 0;
};

// p -> (a x + b y + c, d x + e y + f).
struct Affine {
  double a = 1, b = 0, c = 0, d = 0, e = 1, f = 0;

  Point operator()(Point p) const { return {a * p.x + b * p.y + c, d * p.x + e * p.y + f}; }
  Affine after(const Affine& first) const;  // this(first(p))
  Affine inverse() const;
  double scale() const;  // length of a unit step, geometric mean over directions
};

// A smooth displacement, given at nodes `step` apart from (0, 0) and read bilinearly between them. Empty means none.
struct Displacement {
  int columns = 0, rows = 0;
  double step = 1;
  std::vector<Point> nodes;

  Point at(Point p) const;
};

// Where a window position lies in a reference picture: toReference(p + bend(p)), both in their own full-size pixels.
struct Warp {
  Affine toReference;
  Displacement bend;

  Point operator()(Point p) const {
    const Point moved = bend.at(p);
    return toReference({p.x + moved.x, p.y + moved.y});
  }
};

// The placement `home` bent so that it meets `found`, but nowhere by more than `reach` window pixels; for a window of that size.
Warp settled(const Affine& home, const Warp& found, double reach, double width, double height);

}  // namespace retailor::patch_diffusion
