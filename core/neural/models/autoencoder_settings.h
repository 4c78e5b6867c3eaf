#pragma once

#include <vector>

#include "core/neural/layers/residual_block.h"
#include "core/neural/models/model_settings.h"

namespace retailor::neural {

// The architecture of an AutoencoderKL, as its config.json gives it.
struct AutoencoderSettings {
  std::int64_t in = 3;
  std::int64_t out = 3;
  std::int64_t latent = 4;
  std::vector<std::int64_t> widths;  // from the picture's size to the latent's
  std::int64_t residuals = 2;        // per level on the way in; one more on the way out
  std::int64_t groups = 32;
  std::int64_t sampleSize = 512;  // pixels a side the network was made for; the size of a tile
  double scaling = 0.18215;       // what a latent is multiplied by for the U-Net
  double shift = 0;               // and what is taken off before
  bool attends = true;            // in the middle
  bool mixesMoments = true;       // a 1×1 convolution after the encoder
  bool mixesLatent = true;        // and one before the decoder

  static AutoencoderSettings read(const ModelSettings& settings);  // throws RefusedModel

  ResidualBlockOptions residual(std::int64_t blockIn, std::int64_t blockOut) const;
  // Pixels a side for each latent pixel.
  std::int64_t factor() const { return std::int64_t{1} << (widths.size() - 1); }
};

}  // namespace retailor::neural
