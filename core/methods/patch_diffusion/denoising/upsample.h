#pragma once

#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// A first estimate for `fine`: its photo, and in the hole `coarse` (half the size, every pixel filled) read between its pixels by cubic
// interpolation, clamped to 0..1.
Plane upsampled(const Plane& coarse, const Level& fine, Crew& crew);

}  // namespace retailor::patch_diffusion
