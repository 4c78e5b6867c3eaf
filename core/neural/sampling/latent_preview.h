#pragma once

#include <ATen/core/Tensor.h>

namespace retailor::neural {

// The picture that a clean latent of the Stable Diffusion 1 family [1, 4, h, w] (scaled) stands for, by a linear map of its channels to
// red, green and blue: [h, w, 3] U8 on the CPU. Under a millisecond. The coefficients are a least-squares fit of decoded pictures known in
// the field since 2022.
at::Tensor linearPreview(const at::Tensor& latent);

// A decoded picture [1, 3, H, W], 0..1, clamped, as samples [H, W, 3] U8 on the CPU.
at::Tensor samplesOf(const at::Tensor& decoded);

}  // namespace retailor::neural
