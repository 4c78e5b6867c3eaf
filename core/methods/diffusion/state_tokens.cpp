#include "core/methods/diffusion/state_tokens.h"

#include <ATen/ATen.h>

#include "core/methods/diffusion/encoder_preprocess.h"
#include "core/methods/diffusion/reference_resize.h"
#include "core/neural/models/state_projection.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;

// [n, L, c]
Tensor tokensOf(const neural::ClipVision& encoder, const neural::StateProjection& projection, const Tensor& pixels) {
  const auto hidden = encoder.forward(pixels).hidden;
  return projection.tokens(hidden[hidden.size() - 2]).to(at::kCPU, at::kFloat);
}

Tensor oneBehindTheOther(const Tensor& tokens) { return tokens.reshape({1, -1, tokens.size(2)}); }

}  // namespace

Result<PromptTokens> stateTokens(std::span<const image::Bitmap> pictures, bool guided, NetworkSet& networks, MemoryLadder& ladder) {
  const auto work = [&]() -> Result<PromptTokens> {
    const auto component = networks.model().component("image_encoder", networks.device().variant());
    if (!component) return component.failure();
    const auto layer = networks.model().component("image_projection", networks.device().variant());
    if (!layer) return layer.failure();
    networks.used("image_encoder", component->weights.file);
    const auto encoder = neural::ClipVision::load(*component, networks.device().networks);
    if (!encoder) return encoder.failure();
    const auto projection = neural::StateProjection::load(*layer, networks.device().networks);
    if (!projection) return projection.failure();
    const auto preprocess = encoderPreprocess(networks.model(), networks.model(), (*encoder)->settings());
    if (!preprocess) return preprocess.failure();
    std::vector<Tensor> pixels;
    for (const image::Bitmap& picture : pictures) pixels.push_back(preprocess->pixelsOf(pixelsOf(picture)));
    PromptTokens tokens;
    tokens.conditional = oneBehindTheOther(tokensOf(**encoder, **projection, at::cat(pixels)));
    if (!tokens.conditional.isfinite().all().item<bool>()) return networks.damaged("image_encoder");
    if (guided)
      tokens.unconditional =
          tokensOf(**encoder, **projection, at::zeros_like(pixels.front())).repeat({1, static_cast<std::int64_t>(pixels.size()), 1});
    return tokens;
  };
  return ladder.attempt(Stage::Encoding, "Looking at the references", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
