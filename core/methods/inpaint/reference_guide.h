#pragma once

#include <functional>

#include "core/methods/diffusion/noise_prediction.h"
#include "core/methods/inpaint/inpaint_setup.h"

namespace retailor::inpaint {

// What a run has when it comes to its references.
struct RunSoFar {
  const completion::CompletionRequest& request;
  const InpaintSetup& setup;
  const diffusion::WindowPicture& window;
  diffusion::NetworkSet& networks;
  diffusion::MemoryLadder& ladder;
  const std::function<void(const std::string&)>& say;
};

// What sets methods apart that draw by inpainting: which model they take, and how references of some weight steer the drawing.
struct ReferenceGuide {
  FindModel findModel = models::findInpaintModel;
  std::function<Result<diffusion::PictureTokens>(const RunSoFar& run)> readReferences;
};

// As tokens of an IP-Adapter. MissingWeights where there is none.
Result<diffusion::PictureTokens> referencesAsPrompts(const RunSoFar& run);

}  // namespace retailor::inpaint
