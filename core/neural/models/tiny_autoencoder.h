#pragma once

#include <memory>

#include "core/neural/layers/convolution.h"
#include "core/neural/models/model_settings.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

// The architecture of an AutoencoderTiny, as its config.json gives it.
struct TinyAutoencoderSettings {
  std::int64_t in = 3;
  std::int64_t out = 3;
  std::int64_t latent = 4;
  std::int64_t width = 64;
  std::int64_t enlarging = 2;  // per level on the way out
  std::vector<std::int64_t> encoderBlocks{1, 3, 3, 3};
  std::vector<std::int64_t> decoderBlocks{3, 3, 3, 1};

  static TinyAutoencoderSettings read(const ModelSettings& settings);  // throws RefusedModel
};

// Three convolutions added to their input.
class TinyBlock {
 public:
  TinyBlock(const WeightSource& source, std::int64_t width);
  at::Tensor operator()(const at::Tensor& x) const;

 private:
  Convolution m_first, m_second, m_third;
};

// A convolution that may come after an enlargement and before blocks.
struct TinyLevel {
  Convolution convolution;
  std::vector<TinyBlock> blocks;
};

// The small distilled autoencoder that shows what a run is drawing (TAESD): latents as the U-Net sees them, pictures in -1..1. Immutable.
// Throws RefusedModel where channels do not fit.
class TinyAutoencoder {
 public:
  TinyAutoencoder(const WeightSource& source, const TinyAutoencoderSettings& settings);
  static Result<std::shared_ptr<const TinyAutoencoder>> load(const weights::Component& component, const Placement& placement);

  at::Tensor encode(const at::Tensor& picture) const;  // [B, 3, H, W] -> [B, latent, H/8, W/8]
  at::Tensor decode(const at::Tensor& latent) const;   // [B, latent, h, w] -> [B, 3, 8h, 8w]

 private:
  TinyAutoencoderSettings m_settings;
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  std::vector<TinyLevel> m_encoder, m_decoder;
  Convolution m_encoderOut, m_decoderOut;
};

}  // namespace retailor::neural
