#include "core/methods/diffusion/slot_tokens.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/methods/diffusion/encoder_preprocess.h"
#include "core/methods/diffusion/reference_resize.h"
#include "core/methods/diffusion/shown_reference.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using References = std::vector<completion::TaggedReference>;

bool fillsSlot(const completion::TaggedReference& reference) { return reference.weight > 0; }

// [1, 1, c] F32 on the processor for each reference that counts.
Result<std::vector<Tensor>> embeddings(const References& references, Manner manner, NetworkSet& networks) {
  const auto component = networks.model().component("image_encoder", networks.device().variant());
  if (!component) return component.failure();
  networks.used("image_encoder", component->weights.file);
  const auto encoder = neural::ClipVision::load(*component, networks.device().networks);
  if (!encoder) return encoder.failure();
  const auto preprocess = encoderPreprocess(networks.model(), networks.model(), (*encoder)->settings());
  if (!preprocess) return preprocess.failure();
  std::vector<Tensor> tokens;
  for (const completion::TaggedReference& reference : references) {
    if (!fillsSlot(reference)) continue;
    const Tensor pixels = preprocess->pixelsOf(pixelsOf(shownOnWhite(reference, manner)));
    tokens.push_back((*encoder)->forward(pixels).embedding.to(at::kCPU, at::kFloat).unsqueeze(1));
    if (!tokens.back().isfinite().all().item<bool>()) return networks.damaged("image_encoder");
  }
  return tokens;
}

}  // namespace

Result<PictureTokens> slotTokens(const models::ImageSlots& slots, const References& references, const SlotWishes& wishes,
                                 NetworkSet& networks, MemoryLadder& ladder) {
  if (std::ranges::count_if(references, fillsSlot) > slots.count)
    return badInput("This model takes at most " + std::to_string(slots.count) + " references; leave some out, or give them no weight.");
  const auto attention = networks.model().file(slots.file);
  if (!attention) return attention.failure();
  networks.used("image-attention", attention->file);
  auto seen = ladder.attempt(
      Stage::Encoding, "Looking at the references", [&] { return embeddings(references, wishes.manner, networks); },
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
