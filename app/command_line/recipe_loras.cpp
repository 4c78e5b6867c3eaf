#include "app/command_line/recipe_loras.h"

#include <algorithm>
#include <system_error>

#include "core/completion/hash.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;

// Empty where the recipe does not say.
std::string hashIn(const completion::Recipe& recipe, const std::string& name) {
  const auto isFile = [&name](const completion::RecipeWeights& weights) {
    return weights.name.starts_with("lora-") && weights.name.ends_with("/" + name);
  };
  const auto found = std::ranges::find_if(recipe.weights, isFile);
  return found == recipe.weights.end() ? std::string() : found->sha256;
}

}  // namespace

Result<std::vector<fs::path>> findLorasBeside(const fs::path& recipeFile, const completion::Recipe& recipe,
                                              std::vector<completion::LoraChoice>& loras) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (completion::LoraChoice& lora : loras) {
    const std::string name = fs::path(lora.file).filename().string();
    const fs::path file = recipeFile.parent_path() / name;
    lora.file = name;  // nothing outside the recipe's own folder is looked at
    if (name.empty() || !fs::is_regular_file(file, ignored)) continue;
    const Result<std::string> hash = completion::sha256Of(file, {});
    if (!hash) return hash.failure();
    if (const std::string wanted = hashIn(recipe, name); !wanted.empty() && *hash != wanted)
      return badInput("The LoRA " + file.string() + " is not the one that the recipe was made with; name the right one with --lora.");
    lora.file = file.string();
    files.push_back(file);
  }
  return files;
}

}  // namespace retailor::command_line
