#include "core/neural/models/autoencoder.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

#include "core/neural/models/blended_tiles.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

Tensor mixed(const PointwiseConvolution& mixture, const Tensor& x) { return mixture ? mixture(x) : x; }

bool exceeds(const Tensor& map, std::int64_t side) { return map.size(2) > side || map.size(3) > side; }

}  // namespace

Tensor LatentMoments::sampled(const Tensor& noise) const { return mean + at::exp(0.5 * logVariance) * noise.to(mean.options()); }

Autoencoder::Autoencoder(const WeightSource& source, const AutoencoderSettings& settings)
    : m_settings(settings),
      m_owner(source.owner()),
      m_placement(source.placement()),
      m_encoder(source / "encoder", settings),
      m_decoder(source / "decoder", settings) {
  if (settings.mixesMoments) m_moments = PointwiseConvolution(source / "quant_conv", 2 * settings.latent, 2 * settings.latent);
  if (settings.mixesLatent) m_latent = PointwiseConvolution(source / "post_quant_conv", settings.latent, settings.latent);
}

Result<std::shared_ptr<const Autoencoder>> Autoencoder::load(const weights::Component& component, const Placement& placement) {
  return guarded("Loading the autoencoder", [&] {
    const c10::InferenceMode inference;
    const auto settings = AutoencoderSettings::read(ModelSettings(component.config, component.folder.string()));
    return std::make_shared<const Autoencoder>(WeightSource::of(component.weights, placement.forWidth(std::ranges::max(settings.widths))),
                                               settings);
  });
}

Tensor Autoencoder::scaled(const Tensor& latent) const { return (latent - m_settings.shift) * m_settings.scaling; }

Tensor Autoencoder::unscaled(const Tensor& latent) const { return latent / m_settings.scaling + m_settings.shift; }

Tensor Autoencoder::encodedWhole(const Tensor& picture) const { return mixed(m_moments, m_encoder(picture)); }

Tensor Autoencoder::decodedWhole(const Tensor& latent) const { return m_decoder(mixed(m_latent, latent)); }

LatentMoments Autoencoder::encode(const Tensor& picture, Tiling tiling) const {
  const c10::InferenceMode inference;
  requireInput(picture.dim() == 4 && picture.size(1) == m_settings.in && picture.numel() > 0, m_owner, "a picture of these channels");
  const Tensor placed = picture.to(m_placement.device, m_placement.type);
  const bool inTiles = tiling == Tiling::On && exceeds(placed, m_settings.sampleSize);
  const TileSizes tiles{m_settings.sampleSize, m_settings.sampleSize / m_settings.factor()};
  const Tensor moments =
      inTiles ? blendedTiles(placed, tiles, [this](const Tensor& tile) { return encodedWhole(tile); }) : encodedWhole(placed);
  const auto halves = moments.contiguous().chunk(2, 1);
  return {halves[0], halves[1].clamp(-30, 20)};
}

Tensor Autoencoder::decode(const Tensor& latent, Tiling tiling) const {
  const c10::InferenceMode inference;
  requireInput(latent.dim() == 4 && latent.size(1) == m_settings.latent && latent.numel() > 0, m_owner, "a latent of these channels");
  const Tensor placed = latent.to(m_placement.device, m_placement.type);
  const std::int64_t tile = m_settings.sampleSize / m_settings.factor();
  const bool inTiles = tiling == Tiling::On && exceeds(placed, tile);
  std::vector<Tensor> pictures;
  for (const Tensor& one : placed.split(m_placement.isPlain() ? placed.size(0) : 1)) {
    pictures.push_back(inTiles ? blendedTiles(one, {tile, m_settings.sampleSize}, [this](const Tensor& part) { return decodedWhole(part); })
                               : decodedWhole(one));
  }
  return (pictures.size() == 1 ? pictures.front() : at::cat(pictures)).contiguous();
}

}  // namespace retailor::neural
