#include "core/neural/layers/pointwise_convolution.h"

#include "core/neural/layers/channels_last.h"

namespace retailor::neural {

using at::Tensor;

PointwiseConvolution::PointwiseConvolution(const WeightSource& source, std::int64_t in, std::int64_t out, PixelMixer mixer)
    : m_isPlain(source.placement().isPlain()) {
  if (m_isPlain && mixer == PixelMixer::Filter)
    m_filter.emplace(source, ConvolutionOptions{.in = in, .out = out, .side = 1, .padding = 0});
  else
    m_matrix = Linear(source, in, out);
}

Tensor PointwiseConvolution::operator()(const Tensor& map) const {
  return m_filter ? (*m_filter)(map) : mapOfRows(m_matrix(pixelRows(map)), map.size(2), map.size(3));
}

Tensor PointwiseConvolution::ofRows(const Tensor& map) const {
  if (m_filter) return rowsInPlace((*m_filter)(map));
  return m_matrix(m_isPlain ? rowsInPlace(map) : pixelRows(map));
}

Tensor PointwiseConvolution::addedTo(const Tensor& residual, const Tensor& rows) const {
  const std::int64_t height = residual.size(2), width = residual.size(3);
  if (m_filter) return m_filter->addedTo(residual, mapOfRows(rows, height, width).contiguous());
  if (m_isPlain) return residual + mapOfRows(m_matrix(rows), height, width).contiguous();
  return mapOfRows(m_matrix.addedTo(pixelRows(residual), rows), height, width);
}

}  // namespace retailor::neural
