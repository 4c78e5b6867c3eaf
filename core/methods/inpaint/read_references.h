#pragma once

#include <functional>

#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/noise_prediction.h"
#include "core/methods/inpaint/inpaint_setup.h"

namespace retailor::inpaint {

// What a run has when it comes to what steers it.
struct RunSoFar {
  const completion::CompletionRequest& request;
  const InpaintSetup& setup;
  const diffusion::WindowPicture& window;
  diffusion::NetworkSet& networks;
  diffusion::MemoryLadder& ladder;
  const std::function<void(const std::string&)>& say;
  diffusion::ReferencesOfRun& references;
};

// What cross-attention looks at: the prompt's words, or the one reference that the model takes as its example.
Result<diffusion::PromptTokens> readCondition(const RunSoFar& run);

// What looks at the references of a request, besides an example's encoder.
struct ReferenceLookers {
  bool attention = false;                                 // self-attention, inside their regions
  double imageScale = 0;                                  // how much image prompts are wished to count
  bool slots = false;                                     // they fill the slots of the model's own image attention, else an IP-Adapter's
  std::optional<models::ImagePromptModel> imagePrompt{};  // the one that was found for that

  bool isAnyWished() const { return attention || imageScale > 0; }
};
ReferenceLookers lookersAt(const completion::CompletionRequest& request, const InpaintSetup& setup);

// What references of some weight add to that, as the model's bundle has it: tokens of an IP-Adapter, and tokens for self-attention that lie
// inside their regions. MissingWeights where the model needs an adapter for them and there is none.
Result<diffusion::PictureTokens> readReferences(const RunSoFar& run);

}  // namespace retailor::inpaint
