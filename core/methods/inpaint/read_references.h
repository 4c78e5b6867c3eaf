#pragma once

#include "core/methods/diffusion/noise_prediction.h"
#include "core/methods/inpaint/run_so_far.h"
#include "core/methods/models/companion_models.h"

namespace retailor::inpaint {

// What cross-attention looks at: the prompt's words, the one reference that the model takes as its example, or states of all references,
// one behind the other; undefined where it is passed over. BadInput where the model needs a reference and there is none.
Result<diffusion::PromptTokens> readCondition(const RunSoFar& run);

// What looks at the references of a request, besides what readCondition() is for and a canvas.
struct ReferenceLookers {
  bool attention = false;                                 // self-attention, inside their regions
  double imageScale = 0;                                  // how much image prompts are wished to count
  bool slots = false;                                     // they fill the slots of the model's own image attention, else an IP-Adapter's
  std::optional<models::ImagePromptModel> imagePrompt{};  // the one that was found for that

  bool isAnyWished() const { return attention || imageScale > 0; }
};
ReferenceLookers lookersAt(const completion::CompletionRequest& request, const InpaintSetup& setup);

// What references of some weight add to that, as the model's bundle has it: tokens of an IP-Adapter, and tokens for self-attention that lie
// inside their regions. MissingWeights where the model needs an adapter for them and there is none. `condition`: what readCondition() gave.
Result<diffusion::PictureTokens> readReferences(const RunSoFar& run, const diffusion::PromptTokens& condition);

}  // namespace retailor::inpaint
