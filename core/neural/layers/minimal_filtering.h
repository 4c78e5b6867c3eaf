#pragma once

#include <ATen/core/Tensor.h>

namespace retailor::neural {

// 3×3 convolutions of large maps with less than half the products (see kernels/winograd.h), for CPU tensors in F32. The filter takes 16/9
// of its size in memory, and every forward reads all of it: worth it where there are many pixels for every weight.
bool suitsMinimalFiltering(const at::Tensor& weight);

at::Tensor transformedFilter(const at::Tensor& weight);  // [out, in, 3, 3] -> for minimallyFiltered only

// x [B, in, H, W], channels last -> convolution with zeros around, + bias (+ added) [B, out, H, W], channels last. bias and added may be
// undefined.
at::Tensor minimallyFiltered(const at::Tensor& x, const at::Tensor& filter, std::int64_t out, const at::Tensor& bias,
                             const at::Tensor& added);

}  // namespace retailor::neural
