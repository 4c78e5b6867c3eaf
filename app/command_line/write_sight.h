#pragma once

#include <filesystem>
#include <vector>

#include "core/completion/prepared_inputs.h"
#include "core/result.h"

namespace retailor::command_line {

// Writes each picture that a method is given into the folder, as a PNG named by what it is. Each file appears whole or not at all. The
// files, in order.
Result<std::vector<std::filesystem::path>> writeSight(const std::filesystem::path& folder, const completion::PreparedInputs& inputs);

}  // namespace retailor::command_line
