#pragma once

#include <memory>

#include "core/neural/models/autoencoder_halves.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

// What the encoder says of each latent number: a normal distribution. Both [B, latent, h, w], not scaled for the U-Net.
struct LatentMoments {
  at::Tensor mean;
  at::Tensor logVariance;  // in [-30, 20]

  at::Tensor sampled(const at::Tensor& noise) const;  // noise: standard normal in the shape of `mean`
};

// Tiled: a picture larger than the network was made for goes through in tiles that overlap by a quarter and are blended; the memory needed
// stays that of one tile, the result differs a little. Smaller pictures are not touched by it.
enum class Tiling { Off, On };

// Pictures to latents and back (Kingma and Welling 2014; Rombach et al. 2022). Pictures are in -1..1. Immutable after loading. What takes
// tensors throws RefusedModel where their channels do not fit.
class Autoencoder {
 public:
  Autoencoder(const WeightSource& source, const AutoencoderSettings& settings);  // throws RefusedModel
  static Result<std::shared_ptr<const Autoencoder>> load(const weights::Component& component, const Placement& placement);

  // picture [B, 3, H, W], H and W multiples of settings().factor() -> moments [B, latent, H/8, W/8].
  LatentMoments encode(const at::Tensor& picture, Tiling tiling = Tiling::Off) const;

  // latent [B, latent, h, w], already divided by the scaling factor -> [B, 3, 8h, 8w], not clamped. Large networks take one picture at a
  // time.
  at::Tensor decode(const at::Tensor& latent, Tiling tiling = Tiling::Off) const;

  // From the encoder's numbers to the U-Net's, and back.
  at::Tensor scaled(const at::Tensor& latent) const;
  at::Tensor unscaled(const at::Tensor& latent) const;

  const AutoencoderSettings& settings() const { return m_settings; }
  const Placement& placement() const { return m_placement; }

 private:
  at::Tensor encodedWhole(const at::Tensor& picture) const;  // moments [B, 2·latent, h, w]
  at::Tensor decodedWhole(const at::Tensor& latent) const;

  AutoencoderSettings m_settings;
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  AutoencoderEncoder m_encoder;
  AutoencoderDecoder m_decoder;
  PointwiseConvolution m_moments, m_latent;  // none where the settings say so
};

}  // namespace retailor::neural
