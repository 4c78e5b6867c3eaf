#pragma once

#include "core/completion/tagged_reference.h"
#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/prompt_tokens.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {

// A reference as the one token that Paint by Example looks at (Yang et al. 2023); what stands for no example is learned. Product manner:
// the reference cut to what its mask keeps, the rest grey. MissingWeights where the model has no such encoder.
// `index`: the reference's in the request.
Result<PromptTokens> exampleTokens(const completion::TaggedReference& reference, std::size_t index, Manner manner, bool guided,
                                   NetworkSet& networks, MemoryLadder& ladder, ReferencesOfRun& known);

}  // namespace retailor::diffusion
