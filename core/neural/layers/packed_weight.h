#pragma once

#include <ATen/core/Tensor.h>

namespace retailor::neural {

// oneDNN's kernels with the weight laid out for them once, when a network is built, instead of at every call. For CPU tensors in F32, and
// in BF16 where the processor has instructions for it.
bool canPack(const at::Tensor& weight);

at::Tensor packedMatrix(const at::Tensor& weight);                                                   // [out, in]
at::Tensor packedFilter(const at::Tensor& weight, at::IntArrayRef stride, at::IntArrayRef padding);  // [out, in, kh, kw]

// x [rows, in] -> x·Wᵀ + bias (+ added) [rows, out]. `bias` and `added` may be undefined.
at::Tensor multiplied(const at::Tensor& x, const at::Tensor& packed, const at::Tensor& bias, const at::Tensor& added);

// x [B, in, H, W], channels last -> the convolution + bias (+ added), channels last. `bias` and `added` may be undefined.
at::Tensor convolved(const at::Tensor& x, const at::Tensor& packed, const at::Tensor& bias, const at::Tensor& added, at::IntArrayRef stride,
                     at::IntArrayRef padding);

}  // namespace retailor::neural
