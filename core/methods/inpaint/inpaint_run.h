#pragma once

#include <stop_token>

#include "core/completion/completion_listener.h"
#include "core/completion/completion_outcome.h"
#include "core/completion/completion_request.h"

namespace retailor::diffusion {
class KeptReferences;
}

namespace retailor::inpaint {

// The methods that draw the hole by a latent diffusion model: "inpaint", "complete-me", "paint-by-example", "parts-to-whole", by the
// request's. The bundle of the model that is found says how it is driven. Never throws; leaves no memory behind but what encoders made of
// the references, in `kept`, up to its budget: the next run takes it from there, to the same bits. Worker thread only.
completion::CompletionOutcome completeByInpainting(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                   std::stop_token stop, diffusion::KeptReferences& kept);

// The same, with those that this library keeps as long as it is open.
completion::CompletionOutcome completeByInpainting(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                   std::stop_token stop);

}  // namespace retailor::inpaint
