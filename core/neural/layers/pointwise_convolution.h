#pragma once

#include <optional>

#include "core/neural/layers/convolution.h"

namespace retailor::neural {

// What a layer that mixes the channels of every pixel by itself is in the reference: a filter of 1×1, or a matrix. The same numbers, summed
// in another order.
enum class PixelMixer { Filter, Matrix };

// A 1×1 convolution: a matrix product over the pixels as rows, or, of a filter with plain operators, a convolution.
class PointwiseConvolution {
 public:
  PointwiseConvolution() = default;
  PointwiseConvolution(const WeightSource& source, std::int64_t in, std::int64_t out, PixelMixer mixer = PixelMixer::Filter);

  at::Tensor operator()(const at::Tensor& map) const;  // [B, in, H, W] -> [B, out, H, W]
  at::Tensor ofRows(const at::Tensor& map) const;      // [B, in, H, W] -> [B, H·W, out]
  // residual [B, out, H, W] + the layer of rows [B, H·W, in] -> [B, out, H, W]
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& rows) const;
  explicit operator bool() const { return m_filter.has_value() || m_matrix; }

 private:
  bool m_isPlain = false;
  std::optional<Convolution> m_filter;
  Linear m_matrix;
};

}  // namespace retailor::neural
