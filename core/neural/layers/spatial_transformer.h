#pragma once

#include "core/neural/layers/cross_attention.h"
#include "core/neural/layers/feed_forward.h"
#include "core/neural/layers/norms.h"
#include "core/neural/layers/pointwise_convolution.h"

namespace retailor::neural {

// How much of a network there is: all, or what leads to its last self-attention layer and no parameter more, for one that is only tapped
// there.
enum class Extent { Whole, UntilLastSelfAttention };

// What the self-attention of one transformer block is about to read.
struct TappedTokens {
  at::Tensor tokens;  // [B, height·width, C]
  std::int64_t height = 0, width = 0;
};

// Self-attention, cross-attention and feed-forward, each after a layer normalisation and added to what came in.
class TransformerBlock {
 public:
  TransformerBlock(const WeightSource& source, const AttentionOptions& options, std::int64_t outside, Extent extent = Extent::Whole);

  AttendedTokens project(const at::Tensor& tokens) const { return m_toOutside.project(tokens); }
  const SelfAttention& selfAttention() const { return m_toItself; }
  Extent extent() const { return m_extent; }

  // What self-attention reads of x: its first normalisation.
  at::Tensor normed(const at::Tensor& x) const { return m_norm1(x); }
  // x, and normed(x), through the block: [B, L, C] -> the same.
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& normed, const LayerTokens& tokens,
                        const ReferenceTokens& references = {}) const;

 private:
  Extent m_extent;
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

// What the blocks of a transformer meet beside the map, and leave: each points at the entry of the first block.
struct TransformerInputs {
  const LayerTokens* tokens = nullptr;
  const ReferenceTokens* references = nullptr;  // nullptr: there are none
  TappedTokens* taps = nullptr;                 // nullptr: nobody listens
  bool endsTapped = false;                      // nothing behind the last block's tap is wanted
};

// Transformer blocks over the pixels of a map, between two layers that mix channels, added to the map (Rombach et al. 2022).
class SpatialTransformer {
 public:
  // Extent: of the last block and what follows it.
  SpatialTransformer(const WeightSource& source, const SpatialTransformerOptions& options, Extent extent = Extent::Whole);

  const std::vector<TransformerBlock>& blocks() const { return m_blocks; }
  std::int64_t width() const { return m_width; }

  // x [B, C, H, W] -> the same; undefined where it ended at the last tap.
  at::Tensor operator()(const at::Tensor& x, const TransformerInputs& inputs) const;

 private:
  std::int64_t m_width;
  GroupNorm m_norm;
  PointwiseConvolution m_in, m_out;
  std::vector<TransformerBlock> m_blocks;
};

}  // namespace retailor::neural
