#include "core/methods/diffusion/example_tokens.h"

#include <ATen/ATen.h>

#include "core/methods/diffusion/encoder_preprocess.h"
#include "core/methods/diffusion/reference_resize.h"
#include "core/methods/diffusion/shown_reference.h"
#include "core/neural/models/paint_by_example_encoder.h"

namespace retailor::diffusion {

Result<PromptTokens> exampleTokens(const completion::TaggedReference& reference, Manner manner, bool guided, NetworkSet& networks,
                                   MemoryLadder& ladder) {
  const auto work = [&]() -> Result<PromptTokens> {
    const auto component = networks.model().component("image_encoder", networks.device().variant());
    if (!component) return component.failure();
    networks.used("image_encoder", component->weights.file);
    const auto encoder = neural::PaintByExampleEncoder::load(*component, networks.device().networks);
    if (!encoder) return encoder.failure();
    const auto preprocess = encoderPreprocess(networks.model(), networks.model(), (*encoder)->settings());
    if (!preprocess) return preprocess.failure();
    PromptTokens tokens;
    tokens.conditional = (*encoder)->forward(preprocess->pixelsOf(pixelsOf(shownReference(reference, manner)))).to(at::kCPU, at::kFloat);
    if (guided) tokens.unconditional = (*encoder)->unconditional().to(at::kCPU, at::kFloat);
    if (!tokens.conditional.isfinite().all().item<bool>()) return networks.damaged("image_encoder");
    return tokens;
  };
  return ladder.attempt(Stage::Encoding, "Looking at the reference", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
