#pragma once

#include "core/completion/completion_method.h"

namespace retailor::methods {

// The built-in method: a denoising process whose denoiser is the posterior mean over patches of the photo's known part and of the placed
// references (spec "Patch-score diffusion"). Needs no weights: always ready. Copies and blends what it is shown; invents nothing.
class PatchDiffusionMethod : public completion::CompletionMethod {
 public:
  const completion::MethodTraits& traits() const override;
  completion::MethodReadiness readiness(const std::vector<std::string>& modelFolders) const override;
  completion::CompletionOutcome complete(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                         std::stop_token stop) override;
};

}  // namespace retailor::methods
