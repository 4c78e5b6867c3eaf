#pragma once

#include <stop_token>

#include "core/completion/completion_listener.h"
#include "core/completion/completion_outcome.h"
#include "core/completion/completion_request.h"
#include "core/methods/inpaint/reference_guide.h"

namespace retailor::inpaint {

// The method "inpaint": completes the hole by a latent diffusion model that was trained to (9 channels), or by any other of its family, led
// by putting the known part back at every step (4 channels). Never throws; leaves no memory behind. Worker thread only.
completion::CompletionOutcome completeByInpainting(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                   std::stop_token stop);

// The same run for a method that chooses its model, or makes more of references, in its own way.
completion::CompletionOutcome completeGuided(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                             std::stop_token stop, const ReferenceGuide& guide);

}  // namespace retailor::inpaint
