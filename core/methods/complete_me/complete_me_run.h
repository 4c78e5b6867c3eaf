#pragma once

#include <stop_token>

#include "core/completion/completion_listener.h"
#include "core/completion/completion_outcome.h"
#include "core/completion/completion_request.h"

namespace retailor::complete_me {

// The method "complete-me" (Tsai et al. 2025): inpainting whose U-Net reads the references inside their regions, and sees them as image
// prompts too where an IP-Adapter is there. With a model that has no Reference U-Net it works without training, more weakly. No references:
// plain inpainting. Never throws; leaves no memory behind. Worker thread only.
completion::CompletionOutcome completeFromReferences(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                     std::stop_token stop);

}  // namespace retailor::complete_me
