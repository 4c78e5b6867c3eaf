#include "core/methods/diffusion/example_tokens.h"

#include <ATen/ATen.h>

#include "core/methods/diffusion/content_key.h"
#include "core/methods/diffusion/encoder_pixels.h"
#include "core/neural/models/paint_by_example_encoder.h"

namespace retailor::diffusion {
namespace {

Result<KeptReferences::Tensors> encodedExample(const at::Tensor& pixels, const weights::Component& component, NetworkSet& networks) {
  const auto encoder = neural::PaintByExampleEncoder::load(component, networks.device().networks);
  if (!encoder) return encoder.failure();
  const at::Tensor token = (*encoder)->forward(pixels).to(at::kCPU, at::kFloat);
  if (!token.isfinite().all().item<bool>()) return networks.damaged("image_encoder");
  return KeptReferences::Tensors{token, (*encoder)->unconditional().to(at::kCPU, at::kFloat)};
}

}  // namespace

Result<PromptTokens> exampleTokens(const completion::TaggedReference& reference, std::size_t index, Manner manner, bool guided,
                                   NetworkSet& networks, MemoryLadder& ladder, ReferencesOfRun& known) {
  const auto work = [&]() -> Result<PromptTokens> {
    const auto component = networks.model().component("image_encoder", networks.device().variant());
    if (!component) return component.failure();
    networks.used("image_encoder", component->weights.file);
    const auto seen = encoderPixels(reference, manner, networks.model(), networks.model());
    if (!seen) return seen.failure();
    const std::string key = keyOf({"example", keyOf(*component, networks.device().networks), keyOf(seen->pixels)});
    const auto made = known.of(index, key, [&] {
      ++known.kept().work().pictures;
      return encodedExample(seen->pixels, *component, networks);
    });
    if (!made) return made.failure();
    return PromptTokens{made->at(0), guided ? made->at(1) : at::Tensor()};
  };
  return ladder.attempt(Stage::Encoding, "Looking at the reference", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
