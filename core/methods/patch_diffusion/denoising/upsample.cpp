#include "core/methods/patch_diffusion/denoising/upsample.h"

#include <algorithm>
#include <array>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

// Catmull-Rom weights a quarter of a pixel past the second sample: where a fine pixel's centre lies between coarse ones.
constexpr std::array<float, 4> kQuarter{-0.0703125f, 0.8671875f, 0.2265625f, -0.0234375f};

struct Taps {
  std::array<int, 4> at;
  std::array<float, 4> weight;
};

Taps tapsFor(int fine, int coarseCount) {
  Taps taps{};
  const int step = fine % 2 ? 1 : -1;  // odd pixels lie beyond their coarse pixel's centre, even ones before it
  for (int i = 0; i < 4; ++i) {
    taps.at[static_cast<std::size_t>(i)] = std::clamp(fine / 2 + (i - 1) * step, 0, coarseCount - 1);
    taps.weight[static_cast<std::size_t>(i)] = kQuarter[static_cast<std::size_t>(i)];
  }
  return taps;
}

Pixel cubicAt(const Plane& coarse, const Taps& across, const Taps& down) {
  Pixel sum;
  for (std::size_t j = 0; j < 4; ++j)
    for (std::size_t i = 0; i < 4; ++i) {
      const Pixel& p = coarse(across.at[i], down.at[j]);
      const float w = across.weight[i] * down.weight[j];
      sum.r += w * p.r, sum.g += w * p.g, sum.b += w * p.b;
    }
  return {std::clamp(sum.r, 0.0f, 1.0f), std::clamp(sum.g, 0.0f, 1.0f), std::clamp(sum.b, 0.0f, 1.0f), 1};
}

}  // namespace

Plane upsampled(const Plane& coarse, const Level& fine, Crew& crew) {
  Plane plane = fine.photo;
  const image::Rect& active = fine.active;
  crew.overRows(active.height, [&](int row) {
    const Taps down = tapsFor(active.y + row, coarse.height());
    for (int x = active.x; x < active.right(); ++x)
      if (fine.kind(x, active.y + row) == Kind::Hole) plane(x, active.y + row) = cubicAt(coarse, tapsFor(x, coarse.width()), down);
  });
  return plane;
}

}  // namespace retailor::patch_diffusion
