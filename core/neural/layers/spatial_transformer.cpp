#include "core/neural/layers/spatial_transformer.h"

namespace retailor::neural {

using at::Tensor;

TransformerBlock::TransformerBlock(const WeightSource& source, const AttentionOptions& options, std::int64_t outside)
    : m_norm1(source / "norm1", options.width),
      m_norm2(source / "norm2", options.width),
      m_norm3(source / "norm3", options.width),
      m_toItself(source / "attn1", options),
      m_toOutside(source / "attn2", options, outside),
      m_feedForward(source / "ff", options.width) {}

Tensor TransformerBlock::operator()(const Tensor& x, const LayerTokens& tokens) const {
  Tensor h = m_toItself.addedTo(x, m_norm1(x));
  h = m_toOutside.addedTo(h, m_norm2(h), tokens);
  return m_feedForward.addedTo(h, m_norm3(h));
}

SpatialTransformer::SpatialTransformer(const WeightSource& source, const SpatialTransformerOptions& options)
    : m_width(options.attention.width),
      m_norm(source / "norm", options.attention.width, options.groups, 1e-6),
      m_in(source / "proj_in", options.attention.width, options.attention.width, options.mixer),
      m_out(source / "proj_out", options.attention.width, options.attention.width, options.mixer) {
  for (std::int64_t i = 0; i < options.blocks; ++i)
    m_blocks.emplace_back(source / "transformer_blocks" / i, options.attention, options.outside);
}

Tensor SpatialTransformer::operator()(const Tensor& x, const LayerTokens* tokens) const {
  Tensor h = m_in.ofRows(m_norm(x));
  for (const auto& block : m_blocks) h = block(h, *tokens++);
  return m_out.addedTo(x, h);
}

}  // namespace retailor::neural
