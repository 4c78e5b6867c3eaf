#pragma once

#include <vector>

#include "core/methods/diffusion/prompt_tokens.h"
#include "core/methods/diffusion/region_references.h"
#include "core/methods/inpaint/run_so_far.h"

namespace retailor::inpaint {

// The references that count as self-attention is to see them, each from what is kept of it as far as it goes. `condition`: what
// cross-attention looks at; of a model that looks at states of references, each reference is read with its own.
Result<std::vector<diffusion::SeenReference>> referencesByRegion(const RunSoFar& run, const diffusion::RegionManner& manner,
                                                                 const diffusion::PromptTokens& condition);

}  // namespace retailor::inpaint
