#pragma once

#include <optional>
#include <vector>

#include "core/neural/layers/attention.h"
#include "core/neural/layers/change_size.h"
#include "core/neural/models/autoencoder_settings.h"

namespace retailor::neural {

// The smallest level: a residual block, attention of every pixel to every other, a residual block.
class AutoencoderMiddle {
 public:
  AutoencoderMiddle(const WeightSource& source, const AutoencoderSettings& settings);
  at::Tensor operator()(const at::Tensor& x) const;

 private:
  at::Tensor attended(const at::Tensor& x) const;

  ResidualBlock m_before, m_after;
  bool m_isPlain;
  GroupNorm m_norm;
  std::optional<SelfAttention> m_attention;
};

// One level on either way: residual blocks, then a change of size where another level follows.
struct AutoencoderLevel {
  std::vector<ResidualBlock> residuals;
  std::optional<Downsampler> downsampler;
  std::optional<Upsampler> upsampler;
  at::Tensor operator()(at::Tensor x) const;
};

// Picture [B, in, H, W] -> moments [B, 2·latent, H/8, W/8].
class AutoencoderEncoder {
 public:
  AutoencoderEncoder(const WeightSource& source, const AutoencoderSettings& settings);
  at::Tensor operator()(const at::Tensor& picture) const;

 private:
  Convolution m_in;
  std::vector<AutoencoderLevel> m_levels;
  AutoencoderMiddle m_middle;
  GroupNorm m_norm;
  Convolution m_out;
};

// Latent [B, latent, h, w] -> picture [B, out, 8h, 8w].
class AutoencoderDecoder {
 public:
  AutoencoderDecoder(const WeightSource& source, const AutoencoderSettings& settings);
  at::Tensor operator()(const at::Tensor& latent) const;

 private:
  Convolution m_in;
  AutoencoderMiddle m_middle;
  std::vector<AutoencoderLevel> m_levels;
  GroupNorm m_norm;
  Convolution m_out;
};

}  // namespace retailor::neural
