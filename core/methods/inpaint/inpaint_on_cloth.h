#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "core/completion/candidate.h"
#include "core/completion/completion_listener.h"
#include "core/completion/completion_request.h"
#include "core/completion/fitted_references.h"
#include "core/result.h"

namespace retailor::inpaint {

// Draws candidates for a request without fitted references.
using Draws = std::function<Result<std::vector<completion::Candidate>>(const completion::CompletionRequest&)>;

// What fitted garments leave of a request to draw, on the photo that they lie on; the mask is empty where they cover all that changes.
Result<completion::CompletionRequest> requestOnCloth(const completion::CompletionRequest& request,
                                                     const completion::FittedReferences& fitted);

// Completes a request with fitted references: their cloth is laid over the photo, and `draw` goes on from there. At strength 1 nothing of a
// start would be left, so the cloth stays as it lies and only what it leaves bare is drawn; below 1 all that changes is drawn anew from the
// cloth, as far from it as the strength says. Recipes are those of `request`. Stopped: no candidates.
Result<std::vector<completion::Candidate>> completedOnCloth(const completion::CompletionRequest& request,
                                                            completion::CompletionListener& listener, const Draws& draw,
                                                            std::stop_token stop);

}  // namespace retailor::inpaint
