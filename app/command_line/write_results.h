#pragma once

#include <filesystem>
#include <vector>

#include "app/command_line/complete_options.h"
#include "core/completion/candidate.h"
#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::command_line {

// Writes the photo with each candidate pasted in, and the recipes that were asked for. Each file appears whole or not at all. The results'
// files, in order.
Result<std::vector<std::filesystem::path>> writeResults(const CompleteOptions& options, const image::Photo& photo,
                                                        const std::vector<completion::Candidate>& candidates);

}  // namespace retailor::command_line
