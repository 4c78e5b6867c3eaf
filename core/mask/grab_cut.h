#pragma once

#include <optional>
#include <stop_token>

#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::mask {

// What the user has said so far about an object: a box round it, and strokes that are surely it or surely not.
struct GrabCutHints {
  image::Rect box;              // within the picture
  std::optional<Mask> inside;   // coverage >= 128: surely the object; picture's size
  std::optional<Mask> outside;  // surely background
};

// The object in the box by GrabCut (Rother, Kolmogorov and Blake 2004) on at most 512 pixels, its edge refined at full size by a guided
// filter. `picture` is sRGB U8 (3 or 4 channels). BadInput when the box is empty or all one side. 1 to 3 s, on a grey picture of grass 5 s:
// call it on a worker. Cancelled by `stop`: an empty mask.
Result<Mask> grabCut(const image::Bitmap& picture, const GrabCutHints& hints, std::stop_token stop = {});

}  // namespace retailor::mask
