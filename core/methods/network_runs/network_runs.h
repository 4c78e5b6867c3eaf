#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/completion/completion_listener.h"
#include "core/completion/completion_outcome.h"
#include "core/completion/completion_request.h"
#include "core/completion/prepared_inputs.h"
#include "core/result.h"

namespace retailor::network_runs {

// How a method with networks completes a photo. Its other half, what it is called and what it lacks, is in core/methods/method_list.
struct NetworkRun {
  const char* key;  // as in MethodTraits
  completion::CompletionOutcome (*complete)(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                            std::stop_token stop);
  // What that would be given.
  Result<completion::PreparedInputs> (*prepare)(const completion::CompletionRequest& request, std::stop_token stop);
};

// Every method of the networks' library. A new one is a line here.
const std::vector<NetworkRun>& networkRuns();

}  // namespace retailor::network_runs
