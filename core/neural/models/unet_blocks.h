#pragma once

#include <optional>
#include <vector>

#include "core/neural/layers/change_size.h"
#include "core/neural/models/unet_settings.h"

namespace retailor::neural {

// What one forward pass hands through the blocks: the time, what cross-attention looks at, and the maps that wait for the way up.
struct UnetPass {
  at::Tensor time;                              // SiLU of the time embedding, [1 or B, timeWidth]
  const std::vector<LayerTokens>& tokens;       // one entry per transformer block, in the order the file lists them: down, up, middle
  std::vector<at::Tensor> skipped;              // each [B, C, H, W]; the way up takes them from the back
  const ReferenceTokens* references = nullptr;  // one entry per transformer block; nullptr: there are none
  at::Tensor added{};                           // to the first map; undefined: nothing
  TappedTokens* taps = nullptr;  // one entry per transformer block. With it the pass ends at the last: maps are undefined from there on
};

// The transformer that follows a residual block, if one does. `first`: the place of its first block in UnetPass::tokens.
struct UnetTransformer {
  SpatialTransformer transformer;
  std::size_t first = 0;
  bool last = false;  // of the network, in the order they run
  at::Tensor operator()(const at::Tensor& x, const UnetPass& pass) const;
};

class UnetDownBlock {
 public:
  UnetDownBlock(const WeightSource& source, const UnetSettings& settings, std::size_t level, std::size_t& transformerBlocks);
  at::Tensor operator()(at::Tensor x, UnetPass& pass) const;  // leaves every map it makes in pass.skipped
  const std::vector<UnetTransformer>& transformers() const { return m_transformers; }

 private:
  std::vector<ResidualBlock> m_residuals;
  std::vector<UnetTransformer> m_transformers;  // none, or one per residual block
  std::optional<Downsampler> m_downsampler;
};

class UnetMiddleBlock {
 public:
  UnetMiddleBlock(const WeightSource& source, const UnetSettings& settings, std::size_t& transformerBlocks, Extent extent);
  at::Tensor operator()(const at::Tensor& x, const UnetPass& pass) const;
  const UnetTransformer& transformer() const { return m_transformer; }

 private:
  ResidualBlock m_before;
  UnetTransformer m_transformer;
  std::optional<ResidualBlock> m_after;
};

class UnetUpBlock {
 public:
  // `level` as on the way down: 0 is the last to run.
  UnetUpBlock(const WeightSource& source, const UnetSettings& settings, std::size_t level, std::size_t& transformerBlocks, Extent extent);
  at::Tensor operator()(at::Tensor x, UnetPass& pass) const;
  const std::vector<UnetTransformer>& transformers() const { return m_transformers; }

 private:
  std::vector<ResidualBlock> m_residuals;
  std::vector<UnetTransformer> m_transformers;
  std::optional<Upsampler> m_upsampler;
};

}  // namespace retailor::neural
