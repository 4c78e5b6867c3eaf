#include "core/neural/layers/pointwise_convolution.h"

#include <algorithm>

#include "core/neural/layers/channels_last.h"
#include "core/neural/layers/narrow_layers.h"

namespace retailor::neural {

using at::Tensor;

PointwiseConvolution::PointwiseConvolution(const WeightSource& source, std::int64_t in, std::int64_t out)
    : m_isThere(true), m_isNarrow(isNarrow(std::min(in, out), source.placement().device)) {
  if (m_isNarrow)
    m_planes = Convolution(source, {.in = in, .out = out, .side = 1, .padding = 0});
  else
    m_rows = Linear(source, in, out);
}

Tensor PointwiseConvolution::operator()(const Tensor& map) const {
  return m_isNarrow ? m_planes(map) : mapOfRows(m_rows(pixelRows(map)), map.size(2), map.size(3));
}

Tensor PointwiseConvolution::addedTo(const Tensor& residual, const Tensor& map) const {
  return m_isNarrow ? m_planes.addedTo(residual, map) : mapOfRows(m_rows.addedTo(pixelRows(residual), pixelRows(map)), map.size(2), map.size(3));
}

}  // namespace retailor::neural
