#pragma once

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "core/completion/recipe.h"

namespace retailor::diffusion {

// The hashes of weight files for a recipe, "part/file" by name. A file is hashed once in the life of the program, as long as its size and
// date stay; that takes one to three seconds a gigabyte. Any thread. Files that cannot be read are left without a hash; stopped: none.
std::vector<completion::RecipeWeights> weightHashes(const std::map<std::string, std::filesystem::path>& files, const std::stop_token& stop);

}  // namespace retailor::diffusion
