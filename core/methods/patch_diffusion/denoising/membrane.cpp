#include "core/methods/patch_diffusion/denoising/membrane.h"

#include <algorithm>
#include <cmath>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/smooth_fill.h"

namespace retailor::patch_diffusion {

namespace {

constexpr float kSmoothing = 2;  // sigma, pixels, along the rim
constexpr int kSmoothingReach = 4;

Pixel minus(const Pixel& a, const Pixel& b) { return {a.r - b.r, a.g - b.g, a.b - b.b, 1}; }

// Large differences are other things, not other light: they say little about the step to hide.
float belief(const Pixel& error, float limit) {
  const float square = (error.r * error.r + error.g * error.g + error.b * error.b) / (limit * limit);
  return 1 / ((1 + square) * (1 + square));
}

Pixel smoothedError(const Level& level, const Plane& estimate, int x, int y, float limit) {
  Pixel sum;
  for (int dy = -kSmoothingReach; dy <= kSmoothingReach; ++dy)
    for (int dx = -kSmoothingReach; dx <= kSmoothingReach; ++dx) {
      if (level.kind(x + dx, y + dy) != Kind::Known || estimate(x + dx, y + dy).usable <= 0) continue;
      const Pixel error = minus(level.photo(x + dx, y + dy), estimate(x + dx, y + dy));
      const float w = std::exp(-static_cast<float>(dx * dx + dy * dy) / (2 * kSmoothing * kSmoothing)) * belief(error, limit);
      sum.r += w * error.r, sum.g += w * error.g, sum.b += w * error.b, sum.usable += w;
    }
  const auto limited = [&](float v) { return std::clamp(v / sum.usable, -limit, limit); };
  return {limited(sum.r), limited(sum.g), limited(sum.b), 1};
}

// The error on the rim, usable there and nowhere else; `active` is its place in the level.
Plane rimError(const Level& level, const Plane& estimate, float limit, Crew& crew) {
  const image::Rect& active = level.active;
  Plane rim(active.width, active.height);
  crew.overRows(active.height, [&](int y) {
    for (int x = 0; x < active.width; ++x) {
      const int px = active.x + x, py = active.y + y;
      if (level.kind(px, py) == Kind::Known && estimate(px, py).usable > 0) rim(x, y) = smoothedError(level, estimate, px, py, limit);
    }
  });
  return rim;
}

}  // namespace

void addMembrane(const Level& level, Plane& estimate, float limit, Crew& crew) {
  Plane field = rimError(level, estimate, limit, crew);
  continueHarmonically(field, crew);
  const image::Rect& active = level.active;
  crew.overRows(active.height, [&](int y) {
    for (int x = 0; x < active.width; ++x) {
      if (level.kind(active.x + x, active.y + y) != Kind::Hole) continue;
      Pixel& pixel = estimate(active.x + x, active.y + y);
      pixel.r += field(x, y).r, pixel.g += field(x, y).g, pixel.b += field(x, y).b;
    }
  });
}

}  // namespace retailor::patch_diffusion
