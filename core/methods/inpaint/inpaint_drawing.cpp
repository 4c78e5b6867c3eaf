#include "core/methods/inpaint/inpaint_drawing.h"

#include <ATen/ATen.h>

namespace retailor::inpaint {
namespace {

using at::Tensor;

Tensor above(const Tensor& top, const Tensor& bottom) { return at::cat({top, bottom}, 2); }

// Where the model draws: nowhere below the picture.
Tensor holeOf(const KnownLatents& known) { return known.hasBelow() ? above(known.hole, at::zeros_like(known.hole)) : known.hole; }

// What the bundle lays behind the latent; undefined where that is nothing. `masked`: the picture without its hole.
Tensor channelsOf(const InpaintSetup& setup, const KnownLatents& known, const Tensor& masked) {
  using models::InputChannels;
  const models::BundleManifest& bundle = setup.model.manifest;
  const Tensor hole = holeOf(known);
  std::vector<Tensor> channels;
  for (const InputChannels one : bundle.input) {
    if (one == InputChannels::Mask) channels.push_back(bundle.mask == models::BundleManifest::MaskMeans::Keep ? 1 - hole : hole);
    if (one == InputChannels::MaskedPicture) channels.push_back(masked);
    if (one == InputChannels::Depth) channels.push_back(known.depth);
  }
  return channels.empty() ? Tensor() : at::cat(channels, 1);
}

// The unconditional branch sees no reference: zeros in its place. Undefined where both branches see the same.
Tensor unconditionalChannelsOf(const InpaintSetup& setup, const KnownLatents& known, const Tensor& masked) {
  if (!known.hasBelow() || !setup.guidance.needed()) return {};
  const Tensor picture = windowOf(masked, known);
  return channelsOf(setup, known, above(picture, at::zeros_like(picture)));
}

// The reference's clean latent laid below those of the picture.
Result<void> layBelow(VariationStart& start, const KnownLatents& known, neural::NoiseSource& noise) {
  if (!known.hasBelow()) return {};
  const Result<Tensor> below = known.drawn(known.below, noise, "reference_posterior.0");
  if (!below) return below.failure();
  start.masked = above(start.masked, *below);
  if (start.whole.defined()) start.whole = above(start.whole, *below);
  return {};
}

std::vector<std::int64_t> canvasOf(const KnownLatents& known) {
  std::vector<std::int64_t> shape = known.masked.mean.sizes().vec();
  if (known.hasBelow()) shape[2] *= 2;
  return shape;
}

}  // namespace

Tensor windowOf(const Tensor& latent, const KnownLatents& known) {
  return known.hasBelow() ? latent.slice(2, 0, known.hole.size(2)).contiguous() : latent;
}

Result<VariationStart> variationStart(const InpaintSetup& setup, const KnownLatents& known, const neural::Scheduler& scheduler,
                                      neural::NoiseSource& noise) {
  VariationStart start;
  if (known.hasWhole()) {
    const Result<Tensor> whole = known.drawn(known.whole, noise, "image_posterior");
    if (!whole) return whole.failure();
    start.whole = *whole;
  }
  const Result<Tensor> init = noise.draw("init", canvasOf(known));
  if (!init) return init.failure();
  start.init = *init;
  // A 4-channel model has no use for it, but the reference's generator moves on by it.
  const Result<Tensor> masked = known.drawn(known.masked, noise, "masked_image_posterior");
  if (!masked) return masked.failure();
  start.masked = *masked;
  if (const Result<void> laid = layBelow(start, known, noise); !laid) return laid.failure();
  start.latent = setup.first == 0 ? start.init * scheduler.initialSigma() : scheduler.noised(start.whole, start.init, setup.first);
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
  diffusion::NoisePrediction predict(m_networks, m_ladder,
                                     {words, pictures, channelsOf(m_setup, m_known, start->masked), m_setup.guidance,
                                      unconditionalChannelsOf(m_setup, m_known, start->masked)},
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
