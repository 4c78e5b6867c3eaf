#pragma once

#include <memory>
#include <stop_token>

#include "core/completion/completion_method.h"

namespace retailor::command_line {

// Runs the request on a worker and waits. A request to stop ends it as Cancelled.
completion::CompletionOutcome runToEnd(const completion::CompletionRequest& request, std::shared_ptr<completion::CompletionMethod> method,
                                       std::shared_ptr<completion::CompletionListener> listener, const std::stop_token& stop);

}  // namespace retailor::command_line
