#pragma once

#include <ATen/core/Tensor.h>

#include "core/image/bitmap.h"

namespace retailor::neural {

// The picture that a clean latent of the Stable Diffusion 1 family [1, 4, h, w] (scaled) stands for, by a linear map of its channels to red, green and
// blue: w × h pixels, U8, 3 channels. Under a millisecond. The coefficients are a least-squares fit of decoded pictures known in the field since 2022.
image::Bitmap linearPreview(const at::Tensor& latent);

// [1, 3, H, W] 0..1 (clamped) as a U8 picture: what a small decoder made.
image::Bitmap pictureOf(const at::Tensor& decoded);

}  // namespace retailor::neural
