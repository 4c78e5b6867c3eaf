#include "core/neural/layers/residual_block.h"

namespace retailor::neural {

using at::Tensor;

ResidualBlock::ResidualBlock(const WeightSource& source, const ResidualBlockOptions& options)
    : m_isPlain(source.placement().isPlain()),
      m_norm1(source / "norm1", options.in, options.groups, options.epsilon),
      m_norm2(source / "norm2", options.out, options.groups, options.epsilon),
      m_conv1(source / "conv1", {.in = options.in, .out = options.out, .maps = options.maps}),
      m_conv2(source / "conv2", {.in = options.out, .out = options.out, .maps = options.maps}) {
  if (options.time > 0) m_time = Linear(source / "time_emb_proj", options.time, options.out);
  if (options.in != options.out) m_shortcut = PointwiseConvolution(source / "conv_shortcut", options.in, options.out);
}

// One time for the whole batch is no more than another bias.
Tensor ResidualBlock::convolvedAtTime(const Tensor& h, const Tensor& time) const {
  if (!m_time) return m_conv1(h);
  const Tensor shift = m_time(time);
  return shift.size(0) == 1 ? m_conv1.shifted(h, shift[0]) : m_conv1(h) + shift.unsqueeze(2).unsqueeze(3);
}

Tensor ResidualBlock::passedBy(const Tensor& x) const { return m_shortcut ? m_shortcut(m_isPlain ? x.contiguous() : x) : x; }

Tensor ResidualBlock::operator()(const Tensor& x, const Tensor& time) const {
  const Tensor h = convolvedAtTime(m_norm1.silu(x), time);
  return m_conv2.addedTo(passedBy(x), m_norm2.silu(h));
}

}  // namespace retailor::neural
