#include "core/neural/layers/spatial_transformer.h"

namespace retailor::neural {

using at::Tensor;

TransformerBlock::TransformerBlock(const WeightSource& source, const AttentionOptions& options, std::int64_t outside, Extent extent)
    : m_extent(extent), m_norm1(source / "norm1", options.width) {
  if (extent == Extent::UntilLastSelfAttention) return;
  m_norm2 = LayerNorm(source / "norm2", options.width);
  m_norm3 = LayerNorm(source / "norm3", options.width);
  m_toItself = SelfAttention(source / "attn1", options);
  m_toOutside = CrossAttention(source / "attn2", options, outside);
  m_feedForward = GatedFeedForward(source / "ff", options.width);
}

Tensor TransformerBlock::operator()(const Tensor& x, const Tensor& normed, const LayerTokens& tokens,
                                    const ReferenceTokens& references) const {
  Tensor h = m_toItself.addedTo(x, normed, references);
  h = m_toOutside.addedTo(h, m_norm2(h), tokens);
  return m_feedForward.addedTo(h, m_norm3(h));
}

SpatialTransformer::SpatialTransformer(const WeightSource& source, const SpatialTransformerOptions& options, Extent extent)
    : m_width(options.attention.width),
      m_norm(source / "norm", options.attention.width, options.groups, 1e-6),
      m_in(source / "proj_in", options.attention.width, options.attention.width, options.mixer) {
  for (std::int64_t i = 0; i < options.blocks; ++i)
    m_blocks.emplace_back(source / "transformer_blocks" / i, options.attention, options.outside,
                          i + 1 < options.blocks ? Extent::Whole : extent);
  if (extent == Extent::Whole)
    m_out = PointwiseConvolution(source / "proj_out", options.attention.width, options.attention.width, options.mixer);
}

Tensor SpatialTransformer::operator()(const Tensor& x, const TransformerInputs& inputs) const {
  static const ReferenceTokens none;
  Tensor h = m_in.ofRows(m_norm(x));
  for (std::size_t i = 0; i < m_blocks.size(); ++i) {
    const Tensor normed = m_blocks[i].normed(h);
    if (inputs.taps != nullptr) inputs.taps[i] = {normed, x.size(2), x.size(3)};
    if (inputs.endsTapped && i + 1 == m_blocks.size()) return {};
    h = m_blocks[i](h, normed, inputs.tokens[i], inputs.references != nullptr ? inputs.references[i] : none);
  }
  return m_out.addedTo(x, h);
}

}  // namespace retailor::neural
