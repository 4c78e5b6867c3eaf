#pragma once

#include <functional>

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
};

// What cross-attention looks at: the prompt's words, the one reference that the model takes as its example, or states of all references,
// one behind the other; undefined where it is passed over.
Result<diffusion::PromptTokens> readCondition(const RunSoFar& run);

// What references of some weight add to that, as the model's bundle has it: tokens of an IP-Adapter, and tokens for self-attention that lie
// inside their regions. MissingWeights where the model needs an adapter for them and there is none.
// `condition`: what readCondition() gave.
Result<diffusion::PictureTokens> readReferences(const RunSoFar& run, const diffusion::PromptTokens& condition);

// The reference that lies below the picture on the model's canvas: [1, 3, H, W] F32 -1..1 of the window's working size; undefined for
// models without such a canvas. BadInput where no reference of a region that the model was trained for is there.
Result<at::Tensor> pictureBelow(const RunSoFar& run);

}  // namespace retailor::inpaint
