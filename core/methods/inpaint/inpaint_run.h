#pragma once

#include <stop_token>

#include "core/completion/completion_listener.h"
#include "core/completion/completion_outcome.h"
#include "core/completion/completion_request.h"

namespace retailor::inpaint {

// The methods that draw the hole by a latent diffusion model: "inpaint", "complete-me", "paint-by-example", "parts-to-whole", by the
// request's. The bundle of
// the model that is found says how it is driven. Never throws; leaves no memory behind. Worker thread only.
completion::CompletionOutcome completeByInpainting(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                   std::stop_token stop);

}  // namespace retailor::inpaint
