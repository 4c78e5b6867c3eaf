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
};

// The conditional U-Net that predicts the noise in a latent picture (Rombach et al. 2022), with any number of input channels. Immutable
// after loading; one forward at a time per thread. What takes tensors throws RefusedModel where their sizes do not fit.
class Unet {
 public:
  // Throws RefusedModel where the source does not hold what the settings call for.
  Unet(const WeightSource& source, const UnetSettings& settings);
  static Result<std::shared_ptr<const Unet>> load(const weights::Component& component, const Placement& placement,
                                                  const WeightSource::Change& change = {});

  // tokens [B or 1, S, settings().outside]
  UnetContext contextOf(const at::Tensor& tokens) const;

  // sample [B, in, h, w]; times: a scalar, [1] or [B], whole or not; guidance: the embedding that distilled networks want, [B, n], else
  // undefined.
  // -> [B, out, h, w]. h and w may be odd.
  at::Tensor forward(const at::Tensor& sample, const at::Tensor& times, const UnetContext& context, const at::Tensor& guidance = {}) const;

  const UnetSettings& settings() const { return m_settings; }
  const Placement& placement() const { return m_placement; }
  // Width of each transformer block, in the order of UnetContext::layers.
  std::vector<std::int64_t> transformerWidths() const;

 private:
  std::vector<const UnetTransformer*> transformers() const;
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
