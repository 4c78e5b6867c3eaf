#pragma once

#include "core/image/bitmap.h"
#include "core/resample/resize_like_pillow.h"

namespace retailor::diffusion {

// The samples of a U8 picture as core/resample takes them; valid while the picture lives.
inline resample::Pixels pixelsOf(const image::Bitmap& picture) {
  return {reinterpret_cast<const std::uint8_t*>(picture.bytes()), picture.width(), picture.height(), picture.channels()};
}

// A U8 picture, or coverage, resized as the reference pipelines do it: rounded after each pass, no transfer curve.
image::Bitmap resizedAsReference(const image::Bitmap& picture, image::Size size, resample::Filter filter = resample::Filter::Lanczos);

}  // namespace retailor::diffusion
