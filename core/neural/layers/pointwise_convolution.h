#pragma once

#include "core/neural/layers/convolution.h"

namespace retailor::neural {

// A 1×1 convolution: mixes the channels of every pixel by itself. A wide one is a matrix product over the pixels as rows.
class PointwiseConvolution {
 public:
  PointwiseConvolution() = default;
  PointwiseConvolution(const WeightSource& source, std::int64_t in, std::int64_t out);

  at::Tensor operator()(const at::Tensor& map) const;                          // [B, in, H, W] -> [B, out, H, W]
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& map) const;  // residual [B, out, H, W] + the layer of map
  explicit operator bool() const { return m_isThere; }

 private:
  bool m_isThere = false;
  bool m_isNarrow = false;
  Convolution m_planes;  // where it is narrow
  Linear m_rows;         // where it is wide
};

}  // namespace retailor::neural
