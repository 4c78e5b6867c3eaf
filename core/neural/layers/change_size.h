#pragma once

#include "core/neural/layers/convolution.h"

namespace retailor::neural {

// Halves a map by a convolution of stride 2, with one pixel of zeros on every edge, or on the right and at the bottom only.
enum class ZeroEdge { Everywhere, RightAndBottom };

class Downsampler {
 public:
  Downsampler() = default;
  Downsampler(const WeightSource& source, std::int64_t channels, ZeroEdge edge);
  at::Tensor operator()(const at::Tensor& x) const;

 private:
  ZeroEdge m_edge = ZeroEdge::Everywhere;
  Convolution m_conv;
};

// Enlarges a map by repeating pixels, then convolves it.
class Upsampler {
 public:
  Upsampler() = default;
  Upsampler(const WeightSource& source, std::int64_t channels, MapSize maps);
  at::Tensor operator()(const at::Tensor& x, std::int64_t height, std::int64_t width) const;

 private:
  bool m_isPlain = false;
  Convolution m_conv;
};

}  // namespace retailor::neural
