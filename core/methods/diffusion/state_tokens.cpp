#include "core/methods/diffusion/state_tokens.h"

#include <ATen/ATen.h>

#include "core/methods/diffusion/content_key.h"
#include "core/methods/diffusion/encoder_pixels.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/models/state_projection.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using Tensors = KeptReferences::Tensors;

class StateReading {
 public:
  StateReading(weights::Component encoder, weights::Component projection, NetworkSet& networks, KeptReferences& kept)
      : m_parts{std::move(encoder), std::move(projection)}, m_placement(networks.device().networks), m_networks(networks), m_kept(kept) {}

  std::string keyFor(const Tensor& pixels) const {
    return keyOf({"states", keyOf(m_parts.encoder, m_placement), keyOf(m_parts.projection, m_placement), keyOf(pixels)});
  }

  // [1, L, c] F32 on the processor.
  Result<Tensors> encoded(const Tensor& pixels) {
    if (const Result<void> there = load(); !there) return there.failure();
    ++m_kept.work().pictures;
    const auto hidden = m_encoder->forward(pixels).hidden;
    const Tensor states = m_projection->tokens(hidden[hidden.size() - 2]).to(at::kCPU, at::kFloat);
    if (!states.isfinite().all().item<bool>()) return m_networks.damaged("image_encoder");
    return Tensors{states};
  }

  // The same of no picture: it is no reference, but is kept like one.
  Result<Tensor> ofNothing(const Tensor& pixels) {
    const std::string key = keyFor(pixels);
    if (const Tensors* found = m_kept.find(key)) return found->at(0);
    const Result<Tensors> made = encoded(pixels);
    if (!made) return made.failure();
    m_kept.keep(key, *made);
    return made->at(0);
  }

 private:
  struct Parts {
    weights::Component encoder, projection;
  };

  Result<void> load() {
    if (m_encoder && m_projection) return {};
    auto encoder = neural::ClipVision::load(m_parts.encoder, m_placement);
    if (!encoder) return encoder.failure();
    auto projection = neural::StateProjection::load(m_parts.projection, m_placement);
    if (!projection) return projection.failure();
    m_encoder = *std::move(encoder);
    m_projection = *std::move(projection);
    return {};
  }

  Parts m_parts;
  neural::Placement m_placement;
  NetworkSet& m_networks;
  KeptReferences& m_kept;
  std::shared_ptr<const neural::ClipVision> m_encoder;  // loaded when a picture is new
  std::shared_ptr<const neural::StateProjection> m_projection;
};

Result<StateReading> stateReading(NetworkSet& networks, KeptReferences& kept) {
  const auto encoder = networks.model().component("image_encoder", networks.device().variant());
  if (!encoder) return encoder.failure();
  const auto projection = networks.model().component("image_projection", networks.device().variant());
  if (!projection) return projection.failure();
  networks.used("image_encoder", encoder->weights.file);
  networks.used("image_projection", projection->weights.file);
  return StateReading(*encoder, *projection, networks, kept);
}

}  // namespace

Result<PromptTokens> stateTokens(const std::vector<StatePicture>& pictures, bool guided, NetworkSet& networks, MemoryLadder& ladder,
                                 ReferencesOfRun& known) {
  const auto work = [&]() -> Result<PromptTokens> {
    auto states = stateReading(networks, known.kept());
    if (!states) return states.failure();
    std::vector<Tensor> conditional, unconditional;
    for (const StatePicture& shown : pictures) {
      const auto seen = encoderPixels(shown.picture, networks.model(), networks.model());
      if (!seen) return seen.failure();
      const auto made = known.of(shown.reference, states->keyFor(seen->pixels), [&] { return states->encoded(seen->pixels); });
      if (!made) return made.failure();
      conditional.push_back(made->at(0));
      if (!guided) continue;
      const Result<Tensor> without = states->ofNothing(at::zeros_like(seen->pixels));
      if (!without) return without.failure();
      unconditional.push_back(*without);
    }
    return PromptTokens{at::cat(conditional, 1), guided ? at::cat(unconditional, 1) : Tensor()};
  };
  return ladder.attempt(Stage::Encoding, "Looking at the references", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
