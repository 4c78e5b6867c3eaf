#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace retailor::neural {

// What becomes of a reference's tokens outside its region: they are left out of the attention, or stay in it as zeros, whose keys still
// take their share of the softmax (Parts2Whole, Fan et al. 2024). Networks want what they were trained with.
enum class MaskedTokens { Drop, Zero };

// A region mask [8h, 8w] F32 0..1 over the height x width tokens that a layer makes of the latent [h, w]: [height·width] F32 0..1, where 0
// is masked. Drop: 1 where the mask covers a quarter of the token's cell or more, and in the eight cells around at the two finest scales; a
// region too small for that keeps the cell it fills most; an empty mask keeps none. Zero: the mask at each cell's first pixel, summed over
// the eight cells around, at most 1. Throws RefusedModel where the mask is not 8 times the size of a latent with such tokens.
at::Tensor maskOverTokens(const at::Tensor& mask, std::int64_t height, std::int64_t width, MaskedTokens masked);

}  // namespace retailor::neural
