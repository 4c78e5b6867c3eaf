#include "core/methods/patch_diffusion/placing/overlap.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kBox = 9;  // half width; two boxes of 19 pixels are close to a Gaussian of sigma 7.7

void add(Pixel& sum, const Pixel& p, float w) { sum.r += w * p.r, sum.g += w * p.g, sum.b += w * p.b, sum.usable += w * p.usable; }

// Sums over 2 kBox + 1 cells along a line of `count` cells, `step` apart.
void boxLine(const Pixel* from, Pixel* to, int count, std::ptrdiff_t step) {
  Pixel sum;
  for (int i = 0; i < std::min(kBox, count); ++i) add(sum, from[i * step], 1);
  for (int i = 0; i < count; ++i) {
    if (i + kBox < count) add(sum, from[(i + kBox) * step], 1);
    if (i - kBox - 1 >= 0) add(sum, from[(i - kBox - 1) * step], -1);
    to[i * step] = sum;
  }
}

void boxBlur(Plane& plane, Crew& crew) {
  Plane other(plane.width(), plane.height());
  crew.overRows(plane.height(), [&](int y) { boxLine(plane.at(0, y), other.at(0, y), plane.width(), 1); });
  crew.overRows(plane.width(), [&](int x) { boxLine(other.at(x, 0), plane.at(x, 0), plane.height(), plane.stride()); });
}

// Takes the local mean over the overlap away. Colours outside the overlap must be 0.
void highPass(Plane& plane, Crew& crew) {
  Plane mean = plane;
  boxBlur(mean, crew);
  boxBlur(mean, crew);
  crew.overRows(plane.height(), [&](int y) {
    for (int x = 0; x < plane.width(); ++x) {
      Pixel& p = plane(x, y);
      const Pixel& m = mean(x, y);
      if (p.usable <= 0) continue;
      p.r -= m.r / m.usable, p.g -= m.g / m.usable, p.b -= m.b / m.usable;
    }
  });
}

}  // namespace

Overlap overlapOf(const Plane& photo, const RegionPicture& placed, Evidence evidence, const image::Rect& where, Crew& crew) {
  Overlap overlap{where, Plane(where.width, where.height), Plane(where.width, where.height), 0};
  std::vector<int> counts(static_cast<std::size_t>(where.height));
  crew.overRows(where.height, [&](int y) {
    for (int x = 0; x < where.width; ++x) {
      const int px = where.x + x, py = where.y + y;
      const bool counted = evidence == Evidence::WholePicture || placed.region(px, py) >= 0.5f;
      if (photo(px, py).usable <= 0 || placed.colour(px, py).usable <= 0 || !counted) continue;
      overlap.photo(x, y) = photo(px, py);
      overlap.reference(x, y) = placed.colour(px, py);
      ++counts[static_cast<std::size_t>(y)];
    }
  });
  for (const int count : counts) overlap.pixels += count;
  highPass(overlap.photo, crew);
  highPass(overlap.reference, crew);
  return overlap;
}

double agreement(const Overlap& overlap) {
  double both = 0, photo = 0, reference = 0;
  for (int y = 0; y < overlap.where.height; ++y)
    for (int x = 0; x < overlap.where.width; ++x) {
      const Pixel &p = overlap.photo(x, y), &q = overlap.reference(x, y);
      if (p.usable <= 0) continue;
      both += p.r * q.r + p.g * q.g + p.b * q.b;
      photo += p.r * p.r + p.g * p.g + p.b * p.b;
      reference += q.r * q.r + q.g * q.g + q.b * q.b;
    }
  return photo > 0 && reference > 0 ? both / std::sqrt(photo * reference) : 0.0;
}

}  // namespace retailor::patch_diffusion
