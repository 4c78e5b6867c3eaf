#pragma once

#include <array>

#include "core/methods/patch_diffusion/placing/overlap.h"

namespace retailor::patch_diffusion {

// A reference's colours under the photo's light: channel -> gain * channel^gamma + bias. One gamma for all channels, as a tone curve has.
struct Relight {
  std::array<double, 3> gain{1, 1, 1};
  std::array<double, 3> bias{0, 0, 0};
  double gamma = 1;

  Pixel operator()(const Pixel& p) const;  // clamped to 0..1
  void apply(Plane& plane, Crew& crew) const;
};

// Fits a relight to the overlap robustly, drawn toward no change (spec section 6). `photo` is usable where known, `placed` has its size.
// Both are blurred a little first, because the placement may be off. Identity when fewer than 200 pixels can be compared.
Relight fittedRelight(const Plane& photo, const RegionPicture& placed, Evidence evidence, const image::Rect& where, Crew& crew);

}  // namespace retailor::patch_diffusion
