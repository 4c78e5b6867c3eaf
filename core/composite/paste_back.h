#pragma once

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::composite {

// photo · (1 - b) + fill · b inside `window`, b the blend mask's coverage; every sample where b is 0 stays the photo's own bits (promise
// 1). `fill` has the window's size, the photo's sample type and profile, 3 or 4 channels; `blend` the window's size. Where the photo has
// alpha, alpha becomes the blend of its own and fill's (1 when fill has none). `strength` 0..1 scales b (layer opacity).
void pasteBack(image::Bitmap& photo, const image::Rect& window, const image::Bitmap& fill, const mask::Mask& blend, double strength = 1.0);

}  // namespace retailor::composite
