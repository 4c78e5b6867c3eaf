#pragma once

#include <filesystem>
#include <string>

#include "core/completion/model_folders.h"

namespace retailor::models {

// The LoRA file that a request names: that file; or, where there is none and the name has no folder, the first LoRA of that name on the
// search path of models. Whether the result exists is not promised.
std::filesystem::path loraFileNamed(const std::string& name, const completion::ModelFolders& folders);

}  // namespace retailor::models
