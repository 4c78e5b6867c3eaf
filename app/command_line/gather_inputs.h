#pragma once

#include <filesystem>
#include <vector>

#include "app/command_line/complete_options.h"
#include "core/completion/completion_request.h"
#include "core/completion/recipe.h"
#include "core/result.h"

namespace retailor::command_line {

struct GatheredInputs {
  completion::CompletionRequest request;     // settings still to be filled in
  std::vector<std::filesystem::path> files;  // all that were read
};

// Every input file that the options name, read or not.
std::vector<std::filesystem::path> inputFilesOf(const CompleteOptions& options);

// Reads the photo, the mask, the references, the regions and the pose that the options name, side by side, and hashes them. BadInput names
// the file at fault.
Result<GatheredInputs> gatherInputs(const CompleteOptions& options);

// Reads what a recipe was made from: the files that the options name, else those beside the recipe, each known again by its pixels.
// BadInput names the one that is missing or differs.
Result<GatheredInputs> gatherInputs(const CompleteOptions& options, const completion::Recipe& recipe);

// completion::checkRequest(), its sentence led by the files it is about: those it names, else all of `files`.
Result<void> checkGathered(const completion::CompletionRequest& request, const std::vector<std::filesystem::path>& files);

}  // namespace retailor::command_line
