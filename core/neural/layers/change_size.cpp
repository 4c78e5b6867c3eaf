#include "core/neural/layers/change_size.h"

#include <ATen/ATen.h>

namespace retailor::neural {

using at::Tensor;

Downsampler::Downsampler(const WeightSource& source, std::int64_t channels, ZeroEdge edge)
    : m_edge(edge),
      m_conv(source / "conv", {.in = channels, .out = channels, .stride = 2, .padding = edge == ZeroEdge::Everywhere ? 1 : 0}) {}

Tensor Downsampler::operator()(const Tensor& x) const {
  return m_conv(m_edge == ZeroEdge::Everywhere ? x : at::constant_pad_nd(x, {0, 1, 0, 1}));
}

Upsampler::Upsampler(const WeightSource& source, std::int64_t channels, MapSize maps)
    : m_isPlain(source.placement().isPlain()), m_conv(source / "conv", {.in = channels, .out = channels, .maps = maps}) {}

Tensor Upsampler::operator()(const Tensor& x, std::int64_t height, std::int64_t width) const {
  return m_conv(at::upsample_nearest2d(m_isPlain ? x : x.contiguous(at::MemoryFormat::ChannelsLast), {height, width}));
}

}  // namespace retailor::neural
