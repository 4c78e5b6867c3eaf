#pragma once

#include <variant>
#include <vector>

#include "core/completion/candidate.h"
#include "core/failure.h"

namespace retailor::completion {

struct Cancelled {};

// How a run ended: candidates (at least one), a failure, or cancelled by the user.
using CompletionOutcome = std::variant<std::vector<Candidate>, Failure, Cancelled>;

}  // namespace retailor::completion
