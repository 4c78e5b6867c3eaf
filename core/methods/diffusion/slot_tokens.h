#pragma once

#include "core/completion/tagged_reference.h"
#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/noise_prediction.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/methods/models/bundle_manifest.h"

namespace retailor::diffusion {

// How references fill the slots.
struct SlotWishes {
  double scale = 1;
  bool guided = true;
  Manner manner = Manner::Product;
};

// The references that count as the tokens of a model's own image attention (Fan et al. 2024, Parts2Whole): CLIP's embedding of each, on
// white, then zeros up to the number of slots; without guidance's condition all of them are zeros. BadInput where there are more references
// than slots; MissingWeights where the model lacks the encoder or the file of that attention.
Result<PictureTokens> slotTokens(const models::ImageSlots& slots, const std::vector<completion::TaggedReference>& references,
                                 const SlotWishes& wishes, NetworkSet& networks, MemoryLadder& ladder, ReferencesOfRun& known);

}  // namespace retailor::diffusion
