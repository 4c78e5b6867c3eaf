#pragma once

#include "core/methods/diffusion/noise_prediction.h"
#include "core/methods/inpaint/inpaint_setup.h"
#include "core/methods/inpaint/known_latents.h"
#include "core/neural/sampling/denoise.h"

namespace retailor::inpaint {

// What a variation begins with. Latents are [1, 4, h, w] F32 on the processor, where the sampler works on every device. Where a reference
// lies below the picture, all of them are of both, [1, 4, 2h, w].
struct VariationStart {
  at::Tensor latent;  // with all its noise
  at::Tensor init;    // the noise alone, standard normals
  at::Tensor whole;   // the picture's clean latent; undefined where nothing needs it
  at::Tensor masked;  // the masked picture's
};

// Draws the noise of a variation in the order in which the reference pipeline draws it from one generator: the picture's posterior where it
// is needed, the start, the masked picture's posterior; then that of the reference below it.
Result<VariationStart> variationStart(const InpaintSetup& setup, const KnownLatents& known, const neural::Scheduler& scheduler,
                                      neural::NoiseSource& noise);

// The window's part of a latent: all of it, or what lies above the reference.
at::Tensor windowOf(const at::Tensor& latent, const KnownLatents& known);

// Completes one variation's latent, that of the whole canvas. `heard` is told of every step and may end it early; `words` and `pictures`
// steer it.
class InpaintDrawing {
 public:
  InpaintDrawing(const InpaintSetup& setup, const KnownLatents& known, diffusion::NetworkSet& networks, diffusion::MemoryLadder& ladder,
                 std::function<void(const std::string&)> say)
      : m_setup(setup), m_known(known), m_networks(networks), m_ladder(ladder), m_say(std::move(say)) {}

  Result<neural::DenoiseEnd> draw(int variation, const diffusion::PromptTokens& words, const diffusion::PictureTokens& pictures,
                                  const std::function<bool(const neural::DenoiseStep&)>& heard, const std::stop_token& stop);

 private:
  const InpaintSetup& m_setup;
  const KnownLatents& m_known;
  diffusion::NetworkSet& m_networks;
  diffusion::MemoryLadder& m_ladder;
  std::function<void(const std::string&)> m_say;
};

}  // namespace retailor::inpaint
