#pragma once

#include <memory>

#include "core/neural/models/unet_blocks.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

// What the cross-attention layers look at, projected by each of them once and used for every step of a run: text first, then perhaps
// pictures.
struct UnetContext {
  std::vector<LayerTokens> layers;  // one entry per transformer block, in the order the file lists them: down, up, middle
  std::vector<ReferenceTokens>
      references;       // what self-attention looks at beside the picture itself: an entry per block in that order, or none at all
  at::Tensor addedMap;  // [1 or B, width, h, w], added to the map that conv_in makes of the sample: a pose; undefined: nothing
};

// The conditional U-Net that predicts the noise in a latent picture (Rombach et al. 2022), with any number of input channels. Immutable
// after loading; one forward at a time per thread. What takes tensors throws RefusedModel where their sizes do not fit.
class Unet {
 public:
  // Throws RefusedModel where the source does not hold what the settings call for. One that ends at the last self-attention can only be
  // tapped().
  Unet(const WeightSource& source, const UnetSettings& settings, Extent extent = Extent::Whole);
  static Result<std::shared_ptr<const Unet>> load(const weights::Component& component, const Placement& placement,
                                                  const WeightSource::Change& change = {}, Extent extent = Extent::Whole);

  // tokens [B or 1, S, settings().outside]; undefined: cross-attention is passed over, see LayerTokens
  UnetContext contextOf(const at::Tensor& tokens) const;

  // sample [B, in, h, w]; times: a scalar, [1] or [B], whole or not; guidance: the embedding that distilled networks want, [B, n], else
  // undefined.
  // -> [B, out, h, w]. h and w may be odd.
  at::Tensor forward(const at::Tensor& sample, const at::Tensor& times, const UnetContext& context, const at::Tensor& guidance = {}) const;

  // What every self-attention layer is about to read in such a forward, in the order of UnetContext::layers; nothing behind the last is
  // computed.
  std::vector<TappedTokens> tapped(const at::Tensor& sample, const at::Tensor& times, const UnetContext& context) const;

  const UnetSettings& settings() const { return m_settings; }
  const Placement& placement() const { return m_placement; }
  // Width of each transformer block, in the order of UnetContext::layers.
  std::vector<std::int64_t> transformerWidths() const;
  // Where each lies in the file, "down_blocks.0.attentions.0.transformer_blocks.0", in that order.
  std::vector<std::string> transformerNames() const;
  // How many of them are on the way down.
  std::size_t transformersDown() const;
  // Keys and values that block `index` of a whole network makes for its self-attention of tokens from elsewhere, [B, S, C] each.
  std::pair<at::Tensor, at::Tensor> projectForSelfAttention(std::size_t index, const at::Tensor& tokens) const;

 private:
  std::vector<const UnetTransformer*> transformers() const;
  std::vector<const TransformerBlock*> transformerBlocks() const;
  UnetPass passAt(const at::Tensor& times, std::int64_t batch, const UnetContext& context, const at::Tensor& guidance) const;
  at::Tensor through(const at::Tensor& sample, UnetPass& pass) const;  // undefined where the pass is tapped
  void requireFit(const at::Tensor& sample, const at::Tensor& times, const UnetContext& context) const;

  UnetSettings m_settings;
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  std::size_t m_transformerBlocks = 0;
  TimeEmbedding m_time;
  Convolution m_in;
  std::vector<UnetDownBlock> m_down;
  std::vector<UnetUpBlock> m_up;  // in the order they run
  std::unique_ptr<UnetMiddleBlock> m_middle;
  GroupNorm m_norm;
  Convolution m_out;
};

}  // namespace retailor::neural
