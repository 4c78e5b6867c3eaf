#include "core/methods/diffusion/slot_tokens.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/methods/diffusion/content_key.h"
#include "core/methods/diffusion/encoder_pixels.h"
#include "core/methods/diffusion/shown_reference.h"
#include "core/neural/models/clip_vision.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using References = std::vector<completion::TaggedReference>;

bool fillsSlot(const completion::TaggedReference& reference) { return reference.weight > 0; }

// The embedding [1, 1, c] of a reference, F32 on the processor.
class SlotReading {
 public:
  SlotReading(NetworkSet& networks, ReferencesOfRun& known) : m_networks(networks), m_known(known) {}

  // Of each reference that counts.
  Result<std::vector<Tensor>> all(const References& references, Manner manner) {
    std::vector<Tensor> tokens;
    for (std::size_t i = 0; i < references.size(); ++i) {
      if (!fillsSlot(references[i])) continue;
      const Result<Tensor> token = embedding(i, references[i], manner);
      if (!token) return token.failure();
      tokens.push_back(*token);
    }
    return tokens;
  }

 private:
  Result<Tensor> embedding(std::size_t index, const completion::TaggedReference& reference, Manner manner) {
    const auto component = m_networks.model().component("image_encoder", m_networks.device().variant());
    if (!component) return component.failure();
    m_networks.used("image_encoder", component->weights.file);
    const auto seen = encoderPixels(shownOnWhite(reference, manner), m_networks.model(), m_networks.model());
    if (!seen) return seen.failure();
    const std::string key = keyOf({"slot", keyOf(*component, m_networks.device().networks), keyOf(seen->pixels)});
    const auto made = m_known.of(index, key, [&] { return encoded(seen->pixels, *component); });
    return made ? Result<Tensor>(made->at(0)) : made.failure();
  }

  Result<KeptReferences::Tensors> encoded(const Tensor& pixels, const weights::Component& component) {
    ++m_known.kept().work().pictures;
    if (!m_encoder) {
      auto loaded = neural::ClipVision::load(component, m_networks.device().networks);
      if (!loaded) return loaded.failure();
      m_encoder = *std::move(loaded);
    }
    const Tensor token = m_encoder->forward(pixels).embedding.to(at::kCPU, at::kFloat).unsqueeze(1);
    if (!token.isfinite().all().item<bool>()) return m_networks.damaged("image_encoder");
    return KeptReferences::Tensors{token};
  }

  NetworkSet& m_networks;
  ReferencesOfRun& m_known;
  std::shared_ptr<const neural::ClipVision> m_encoder;  // loaded when a reference is new
};

}  // namespace

Result<PictureTokens> slotTokens(const models::ImageSlots& slots, const References& references, const SlotWishes& wishes,
                                 NetworkSet& networks, MemoryLadder& ladder, ReferencesOfRun& known) {
  if (std::ranges::count_if(references, fillsSlot) > slots.count)
    return badInput("This model takes at most " + std::to_string(slots.count) + " references; leave some out, or give them no weight.");
  const auto attention = networks.model().file(slots.file);
  if (!attention) return attention.failure();
  networks.used("image-attention", attention->file);
  auto seen = ladder.attempt(
      Stage::Encoding, "Looking at the references", [&] { return SlotReading(networks, known).all(references, wishes.manner); },
      [&networks] { networks.release(); });
  if (!seen) return seen.failure();
  PictureTokens::Set set;
  set.scale = wishes.scale;
  set.conditional = *std::move(seen);
  const Tensor nothing = at::zeros_like(set.conditional.front());
  set.conditional.resize(static_cast<std::size_t>(slots.count), nothing);
  if (wishes.guided) set.unconditional.assign(set.conditional.size(), nothing);
  return PictureTokens{*attention, {std::move(set)}};
}

}  // namespace retailor::diffusion
