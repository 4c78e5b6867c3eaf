#include "core/neural/layers/convolution.h"

#include <ATen/ATen.h>

#include "core/neural/layers/minimal_filtering.h"
#include "core/neural/layers/packed_weight.h"

namespace retailor::neural {

using at::Tensor;

Convolution::Convolution(const WeightSource& source, const ConvolutionOptions& options) : m_options(options) {
  const Tensor lent = source.lent("weight", {options.out, options.in, options.side, options.side});
  const Tensor weight = lent.to(source.placement().device, source.placement().type);
  if (source.placement().isPlain()) {
    m_layout = Layout::AsItCame;
    m_weight = weight.clone(at::MemoryFormat::Contiguous);
  } else if (options.maps == MapSize::Large && options.stride == 1 && options.padding == 1 && suitsMinimalFiltering(weight)) {
    m_layout = Layout::Transformed;
    m_weight = transformedFilter(weight);
  } else if (canPack(weight)) {
    m_layout = Layout::Packed;
    m_weight = packedFilter(weight, {options.stride, options.stride}, {options.padding, options.padding});
  } else {
    m_weight = weight.clone(at::MemoryFormat::ChannelsLast);
  }
  if (options.bias == Bias::With) m_bias = source.take("bias", {options.out});
}

Tensor Convolution::applied(const Tensor& x, const Tensor& bias, const Tensor& added) const {
  if (m_layout == Layout::Transformed) return minimallyFiltered(x, m_weight, m_options.out, bias, added);
  const std::int64_t stride[2] = {m_options.stride, m_options.stride}, padding[2] = {m_options.padding, m_options.padding};
  const Tensor map = m_layout == Layout::AsItCame ? x : x.contiguous(at::MemoryFormat::ChannelsLast);
  if (m_layout == Layout::Packed) return convolved(map, m_weight, bias, added, stride, padding);
  const Tensor y = at::conv2d(map, m_weight, bias, stride, padding);
  return added.defined() ? added + y : y;  // in the layout of what is added to
}

Tensor Convolution::operator()(const Tensor& x) const { return applied(x, m_bias, {}); }

Tensor Convolution::shifted(const Tensor& x, const Tensor& shift) const {
  if (m_layout == Layout::AsItCame) return applied(x, m_bias, shift.view({1, -1, 1, 1}));
  return applied(x, m_bias.defined() ? m_bias + shift : shift, {});
}

Tensor Convolution::addedTo(const Tensor& residual, const Tensor& x) const { return applied(x, m_bias, residual); }

}  // namespace retailor::neural
