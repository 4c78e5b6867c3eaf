#pragma once

#include "core/image/bitmap.h"
#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// The window with `estimate` in its hole, as a small U8 picture: every second, fourth … pixel of levels larger than 512, blocks of
// pixels for much smaller ones.
image::Bitmap previewPicture(const Level& level, const Plane& estimate);

}  // namespace retailor::patch_diffusion
