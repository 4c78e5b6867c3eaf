#include "app/command_line/read_recipe.h"

#include "core/image/load_file.h"
#include "core/image/photo_metadata.h"
#include "core/image/read_photo.h"

namespace retailor::command_line {

Result<completion::Recipe> readRecipe(const std::filesystem::path& file) {
  const Result<image::Bytes> bytes = image::loadFile(file, image::ReadBudget{});
  if (!bytes) return bytes.failure();
  const std::string embedded = image::embeddedRecipe(image::readMetadata(*bytes).metadata);
  const std::string json = embedded.empty() ? std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()) : embedded;
  Result<completion::Recipe> recipe = completion::recipeFromJson(json);
  if (!recipe) return badInput(file.string() + ": " + recipe.failure().sentence);
  return recipe;
}

}  // namespace retailor::command_line
