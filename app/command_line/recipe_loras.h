#pragma once

#include <filesystem>
#include <vector>

#include "core/completion/recipe.h"
#include "core/result.h"

namespace retailor::command_line {

// Recipes name LoRA files without their folders: those that lie beside the recipe get theirs here and are returned; the rest stay bare
// names, to be looked for among the models. BadInput when one is not the file that the recipe was made with.
Result<std::vector<std::filesystem::path>> findLorasBeside(const std::filesystem::path& recipeFile, const completion::Recipe& recipe,
                                                           std::vector<completion::LoraChoice>& loras);

}  // namespace retailor::command_line
