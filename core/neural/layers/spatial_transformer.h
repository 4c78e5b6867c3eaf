#pragma once

#include "core/neural/layers/cross_attention.h"
#include "core/neural/layers/feed_forward.h"
#include "core/neural/layers/norms.h"
#include "core/neural/layers/pointwise_convolution.h"

namespace retailor::neural {

// Self-attention, cross-attention and feed-forward, each after a layer normalisation and added to what came in.
class TransformerBlock {
 public:
  TransformerBlock(const WeightSource& source, const AttentionOptions& options, std::int64_t outside);

  AttendedTokens project(const at::Tensor& tokens) const { return m_toOutside.project(tokens); }
  at::Tensor operator()(const at::Tensor& x, const LayerTokens& tokens) const;  // [B, L, C] -> the same

 private:
  LayerNorm m_norm1, m_norm2, m_norm3;
  SelfAttention m_toItself;
  CrossAttention m_toOutside;
  GatedFeedForward m_feedForward;
};

struct SpatialTransformerOptions {
  AttentionOptions attention{};
  std::int64_t outside = 0;  // width of the tokens from outside
  std::int64_t blocks = 1;
  std::int64_t groups = 32;
  PixelMixer mixer = PixelMixer::Filter;  // what leads in and out
};

// Transformer blocks over the pixels of a map, between two layers that mix channels, added to the map (Rombach et al. 2022).
class SpatialTransformer {
 public:
  SpatialTransformer(const WeightSource& source, const SpatialTransformerOptions& options);

  const std::vector<TransformerBlock>& blocks() const { return m_blocks; }
  std::int64_t width() const { return m_width; }

  // x [B, C, H, W]. `tokens`: one entry per block.
  at::Tensor operator()(const at::Tensor& x, const LayerTokens* tokens) const;

 private:
  std::int64_t m_width;
  GroupNorm m_norm;
  PointwiseConvolution m_in, m_out;
  std::vector<TransformerBlock> m_blocks;
};

}  // namespace retailor::neural
