#pragma once

#include "core/neural/models/image_prompt_projection.h"
#include "core/neural/models/unet.h"

namespace retailor::neural {

// Pictures that one IP-Adapter shows to the U-Net.
struct PicturePrompt {
  std::vector<at::Tensor> tokens;  // one per picture, [B, S, width], from ImagePromptProjection
  std::vector<at::Tensor> masks;   // none, or one per picture: [H, W], where from 0.5 up on the picture being drawn it counts
  double scale = 1;
};

// The part of an IP-Adapter that sits in the U-Net: keys and values of its own for every cross-attention layer. Several adapters may be
// added to one context. Immutable after loading.
class ImagePrompt {
 public:
  // `file`: a whole IP-Adapter file, names below "ip_adapter.", numbered as the layers of `unet`; or one that names each layer by where it
  // lies, "…attn2.processor.to_k_dc.weight" (Parts2Whole, Fan et al. 2024). MissingWeights where it does not fit.
  static Result<std::shared_ptr<const ImagePrompt>> load(const weights::WeightMap& file, const Unet& unet);
  ImagePrompt(const weights::WeightMap& file, const Unet& unet);  // throws RefusedModel
  ImagePrompt(const WeightSource& source, const Unet& unet);      // numbered names; likewise

  // Throws RefusedModel for tokens of another width than the U-Net's. Without masks the pictures are one set of tokens; with them each
  // picture is looked at by itself and counts where its mask is.
  void addTo(UnetContext& context, const PicturePrompt& prompt) const;

 private:
  struct Layer {
    Linear key, value;
  };
  void readNumbered(const WeightSource& source, const Unet& unet);
  void readNamed(const WeightSource& source, const Unet& unet);

  std::string m_owner;   // the file, for sentences
  std::int64_t m_width;  // of the tokens
  Placement m_placement;
  std::vector<Layer> m_layers;
};

}  // namespace retailor::neural
