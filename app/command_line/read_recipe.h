#pragma once

#include <filesystem>

#include "core/completion/recipe.h"
#include "core/result.h"

namespace retailor::command_line {

// A recipe from a JSON file, or from a picture that carries one. BadInput names the file.
Result<completion::Recipe> readRecipe(const std::filesystem::path& file);

}  // namespace retailor::command_line
