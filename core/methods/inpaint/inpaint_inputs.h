#pragma once

#include <stop_token>

#include "core/completion/completion_request.h"
#include "core/completion/prepared_inputs.h"
#include "core/result.h"

namespace retailor::inpaint {

// What completeByInpainting() would give its networks for this request, by the same code up to where the networks begin. Reads the model's
// settings, not its weights. Fails as the run would on bad input or a missing model. Any thread; never throws.
Result<completion::PreparedInputs> inputsForInpainting(const completion::CompletionRequest& request, std::stop_token stop);

}  // namespace retailor::inpaint
