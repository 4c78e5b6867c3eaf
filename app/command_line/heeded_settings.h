#pragma once

#include "app/command_line/complete_options.h"

namespace retailor::command_line {

// BadInput when the user named an option that this method would silently ignore.
Result<void> checkHeeded(const CompleteOptions& options, const completion::CompletionSettings& settings,
                         const completion::MethodTraits& traits);

}  // namespace retailor::command_line
