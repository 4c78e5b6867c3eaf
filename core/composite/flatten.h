#pragma once

#include <memory>
#include <span>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::composite {

// One accepted result lying over the photo.
struct Patch {
  image::Rect window;
  std::shared_ptr<const image::Bitmap> pixels;  // window's size, the photo's sample type and profile
  std::shared_ptr<const mask::Mask> blend;      // window's size
  double opacity = 1.0;
};

// The photo with the patches over it, first lowest.
image::Bitmap flattened(const image::Bitmap& photo, std::span<const Patch> patches);

}  // namespace retailor::composite
