#include "core/methods/inpaint/inpaint_drawing.h"

#include <ATen/ATen.h>

namespace retailor::inpaint {
namespace {

using at::Tensor;

// What the bundle lays behind the latent; undefined where that is nothing.
Tensor channelsOf(const InpaintSetup& setup, const KnownLatents& known, const VariationStart& start) {
  using models::InputChannels;
  const models::BundleManifest& bundle = setup.model.manifest;
  std::vector<Tensor> channels;
  for (const InputChannels one : bundle.input) {
    if (one == InputChannels::Mask)
      channels.push_back(bundle.mask == models::BundleManifest::MaskMeans::Keep ? 1 - known.hole : known.hole);
    if (one == InputChannels::MaskedPicture) channels.push_back(start.masked);
  }
  return channels.empty() ? Tensor() : at::cat(channels, 1);
}

}  // namespace

Result<VariationStart> variationStart(const InpaintSetup& setup, const KnownLatents& known, const neural::Scheduler& scheduler,
                                      neural::NoiseSource& noise) {
  VariationStart start;
  if (known.hasWhole()) {
    const Result<Tensor> whole = known.drawn(known.whole, noise, "image_posterior");
    if (!whole) return whole.failure();
    start.whole = *whole;
  }
  const Result<Tensor> init = noise.draw("init", known.masked.mean.sizes());
  if (!init) return init.failure();
  start.init = *init;
  start.latent = setup.first == 0 ? start.init * scheduler.initialSigma() : scheduler.noised(start.whole, start.init, setup.first);
  // A 4-channel model has no use for it, but the reference's generator moves on by it.
  const Result<Tensor> masked = known.drawn(known.masked, noise, "masked_image_posterior");
  if (!masked) return masked.failure();
  start.masked = *masked;
  return start;
}

Result<neural::DenoiseEnd> InpaintDrawing::draw(int variation, const diffusion::PromptTokens& words,
                                                const diffusion::PictureTokens& pictures,
                                                const std::function<bool(const neural::DenoiseStep&)>& heard, const std::stop_token& stop) {
  const auto scheduler = neural::makeScheduler(m_setup.scheduler, m_setup.steps);
  if (!scheduler) return scheduler.failure();
  const auto noise = m_setup.noise.variation(variation);
  const Result<VariationStart> start = variationStart(m_setup, m_known, **scheduler, *noise);
  if (!start) return start.failure();
  diffusion::NoisePrediction predict(m_networks, m_ladder, {words, pictures, channelsOf(m_setup, m_known, *start), m_setup.guidance},
                                     m_say);
  neural::DenoiseParts parts;
  parts.predict = [&](const Tensor& input, const Tensor& timestep, int index, int count) { return predict(input, timestep, index, count); };
  parts.heard = heard;
  if (m_setup.keepsKnown())
    parts.mend = [&](const Tensor& latent, int next) {
      const Tensor kept = next < (*scheduler)->count() ? (*scheduler)->noised(start->whole, start->init, next) : start->whole;
      return (1 - m_known.hole) * kept + m_known.hole * latent;
    };
  return neural::denoise(**scheduler, m_setup.first, start->latent, *noise, parts, stop);
}

}  // namespace retailor::inpaint
