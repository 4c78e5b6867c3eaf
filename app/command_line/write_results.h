#pragma once

#include <filesystem>
#include <vector>

#include "app/command_line/complete_options.h"
#include "core/completion/candidate.h"
#include "core/completion/completion_request.h"
#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::command_line {

// The photo with one candidate pasted in, at the photo's depth and profile; and the recipe of one. Each file appears whole or not at all.
Result<void> writeResult(const std::filesystem::path& file, const image::Photo& photo, const completion::Candidate& candidate,
                         bool embedRecipe);
Result<void> writeRecipe(const std::filesystem::path& file, const completion::Recipe& recipe);

// Writes the photo with each candidate pasted in, and the recipes that were asked for. Each file appears whole or not at all. The results'
// files, in order.
Result<std::vector<std::filesystem::path>> writeResults(const CompleteOptions& options, const image::Photo& photo,
                                                        const std::vector<completion::Candidate>& candidates);

// Writes the fits of the request's fitted references with all their pins where --fit-out asks for it. The files, in order.
Result<std::vector<std::filesystem::path>> writeFits(const CompleteOptions& options, const completion::CompletionRequest& request);

}  // namespace retailor::command_line
