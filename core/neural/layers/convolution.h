#pragma once

#include "core/neural/layers/linear.h"

namespace retailor::neural {

// What a convolution will mostly meet: maps with many pixels for every weight, or few.
enum class MapSize { Small, Large };

struct ConvolutionOptions {
  std::int64_t in = 0;
  std::int64_t out = 0;
  std::int64_t side = 3;  // of the square filter
  std::int64_t stride = 1;
  std::int64_t padding = 1;  // zeros on every edge
  Bias bias = Bias::With;
  MapSize maps = MapSize::Small;
};

// A two-dimensional convolution of maps in any layout. On the CPU the filter is laid out when it is built: plain, for maps as they come, or
// for maps that lie channels last, packed for oneDNN or, for 3×3 filters of large maps, transformed for minimal filtering.
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
  enum class Layout { AsItCame, Plain, Packed, Transformed };

  at::Tensor m_weight;  // [out, in, side, side] in its layout
  at::Tensor m_bias;    // [out] or undefined
  Layout m_layout = Layout::Plain;
};

}  // namespace retailor::neural
