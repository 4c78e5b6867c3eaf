#pragma once

#include <filesystem>
#include <vector>

#include "app/command_line/complete_options.h"
#include "core/result.h"

namespace retailor::command_line {

// OUT for the first variation, then OUT-2, OUT-3, … before the extension.
std::filesystem::path numbered(const std::filesystem::path& file, int variation);

// Whether everything asked for can be written, found out before the work: known extension, folders that exist and take files, and no output
// that is one of the inputs under any name. Makes the previews' folder. BadInput with the file named.
Result<void> checkOutputs(const CompleteOptions& options, int variations);

// BadInput when the folder does not exist or a little cannot be written to it; `forWhat` names in the sentence what was to go there.
Result<void> takesFiles(const std::filesystem::path& folder, const std::filesystem::path& forWhat);

// BadInput when an output is one of these files; for inputs that became known later.
Result<void> checkNotInput(const CompleteOptions& options, int variations, const std::vector<std::filesystem::path>& inputs);

}  // namespace retailor::command_line
