#pragma once

#include <functional>

#include "core/completion/completion_request.h"
#include "core/methods/diffusion/network_set.h"
#include "core/neural/tensor/lora_change.h"

namespace retailor::diffusion {

// The LoRAs that a request names, held against the networks they are to change. A bare name that is no file where the program runs is
// looked for among the models. Layers that are none of this model's are told by `say` and left out. MissingWeights names a file that is not
// there, that is no plain LoRA, that holds infinities or no numbers, or of which nothing fits.
Result<neural::MergedLoras> chosenLoras(const completion::CompletionRequest& request, NetworkSet& networks,
                                        const std::function<void(const std::string&)>& say);

}  // namespace retailor::diffusion
