#pragma once

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::composite {

// The blend mask of a hard or soft hole: never outside the hole's support; `pixels` of inward feather (0: the mask as it is).
mask::Mask blendMask(const mask::Mask& hole, double pixels);

// Membrane (modified Poisson): adds to `fill` inside `hole` (>= 128) the harmonic r with r = photo - fill on its rim, each
// value limited to ±`limit`, times `strength`. 3 channels F32, same size. Multigrid; at most 1 s at 1 megapixel.
image::Bitmap membraneBlend(const image::Bitmap& fill, const image::Bitmap& photo, const mask::Mask& hole, double limit,
                            double strength = 1.0);

}  // namespace retailor::composite
