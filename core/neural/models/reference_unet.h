#pragma once

#include "core/neural/models/unet.h"

namespace retailor::neural {

// The Reference U-Net (Tsai et al. 2025, CompleteMe): a U-Net of the same widths as the one that draws, which looks at a reference picture
// instead of drawing one. What its self-attention layers are about to read are the reference's features; what lies behind the last of them
// is neither computed nor expected in the file. Immutable after loading.
class ReferenceUnet {
 public:
  static Result<std::shared_ptr<const ReferenceUnet>> load(const weights::Component& component, const Placement& placement);
  ReferenceUnet(const WeightSource& source, const UnetSettings& settings);  // throws RefusedModel
  // The network that draws looks itself: completion without a trained Reference U-Net.
  explicit ReferenceUnet(std::shared_ptr<const Unet> unet) : m_unet(std::move(unet)) {}

  // latent [1, in, h, w], scaled as for drawing; time: one number, 0 for a picture without noise; label [1, S, outside], the states of the
  // words for its region -> one entry per transformer block, in the order of UnetContext::layers. Throws RefusedModel where sizes do not
  // fit.
  std::vector<TappedTokens> features(const at::Tensor& latent, const at::Tensor& time, const at::Tensor& label) const;

  std::vector<std::int64_t> widths() const { return m_unet->transformerWidths(); }

 private:
  std::shared_ptr<const Unet> m_unet;
};

}  // namespace retailor::neural
