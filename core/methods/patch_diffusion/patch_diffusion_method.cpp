#include "core/methods/patch_diffusion/patch_diffusion_method.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>
#include <utility>

#include "core/methods/patch_diffusion/patch_run.h"

namespace retailor::methods {

completion::CompletionOutcome PatchDiffusionMethod::complete(const completion::CompletionRequest& request,
                                                             completion::CompletionListener& listener, std::stop_token stop) {
  try {
    return patch_diffusion::PatchRun(request, listener, std::move(stop)).outcome();
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "The built-in method ran out of memory: mask a smaller part, or close other programs."};
  } catch (const std::exception& error) {
    return Failure{FailureKind::Internal, std::string("The built-in method failed: ") + error.what()};
  }
}

completion::MethodReadiness PatchDiffusionMethod::readiness(const completion::ModelFolders&) const { return {}; }

const completion::MethodTraits& PatchDiffusionMethod::traits() const {
  using enum completion::Setting;
  static const completion::MethodTraits traits{
      .key = "patch-diffusion",
      .title = "Built-in patch engine (no model needed)",
      .description = "Copies and blends patches of the photo and of what the references show; it knows nothing about people.",
      .settings = {Preset, Steps, Strength, StayInPlace, KeepReferenceColour, Placement, Window, WorkingSize},
      .maxReferences = 0,
      .fitsGarments = true,
  };
  return traits;
}

}  // namespace retailor::methods
