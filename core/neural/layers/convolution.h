#pragma once

#include "core/neural/layers/linear.h"

namespace retailor::neural {

struct ConvolutionOptions {
  std::int64_t in = 0;
  std::int64_t out = 0;
  std::int64_t side = 3;  // of the square filter
  std::int64_t stride = 1;
  std::int64_t padding = 1;  // zeros on every edge
  Bias bias = Bias::With;
};

// A two-dimensional convolution of maps that lie channels last. On the CPU the filter is packed for oneDNN when it is built.
class Convolution {
 public:
  Convolution() = default;
  Convolution(const WeightSource& source, const ConvolutionOptions& options);

  at::Tensor operator()(const at::Tensor& x) const;  // [B, in, H, W] -> [B, out, H', W']
  // The same with a number per output channel added everywhere: shift [out].
  at::Tensor shifted(const at::Tensor& x, const at::Tensor& shift) const;
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x) const;

 private:
  at::Tensor applied(const at::Tensor& x, const at::Tensor& bias, const at::Tensor& added) const;

  ConvolutionOptions m_options;
  at::Tensor m_weight;  // [out, in, side, side], packed where m_packed
  at::Tensor m_bias;    // [out] or undefined
  bool m_packed = false;
};

}  // namespace retailor::neural
