#pragma once

#include "core/completion/completion_method.h"

namespace retailor::methods {

// The built-in method: completes the hole with a diffusion whose denoiser is the posterior mean over patches of the photo and of the
// placed references. Needs no weights; copies and blends what it is shown (spec: patch diffusion). Stateless; worker thread only.
class PatchDiffusionMethod final : public completion::CompletionMethod {
 public:
  const completion::MethodTraits& traits() const override;
  completion::MethodReadiness readiness(const completion::ModelFolders& folders) const override;
  completion::CompletionOutcome complete(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                         std::stop_token stop) override;
  Result<completion::PreparedInputs> preparedInputs(const completion::CompletionRequest& request, std::stop_token stop) override;
};

}  // namespace retailor::methods
