#pragma once

#include "core/completion/completion_settings.h"
#include "core/completion/tagged_reference.h"
#include "core/result.h"

namespace retailor::completion {

// What numbers and names may be, whoever gave them: the window, the command line or a recipe. Needs no photo.
Result<void> checkSettings(const CompletionSettings& settings);

bool inRange(double value, double least, double most);  // false for NaN
bool usable(const Placement& placement);

}  // namespace retailor::completion
