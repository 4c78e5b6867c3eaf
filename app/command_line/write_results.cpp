#include "app/command_line/write_results.h"

#include <span>
#include <string>

#include "app/command_line/output_place.h"
#include "core/composite/paste_back.h"
#include "core/image/write_photo.h"

namespace retailor::command_line {
namespace {

Result<void> writeResult(const std::filesystem::path& file, const image::Photo& photo, const completion::Candidate& candidate,
                         bool embedRecipe) {
  image::Photo result = photo;
  composite::pasteBack(result.pixels, candidate.window, *candidate.pixels, *candidate.blend);
  image::WriteOptions how;
  if (embedRecipe) how.recipeJson = completion::toJson(candidate.recipe);
  return image::writePhoto(file, result, how);
}

Result<void> writeRecipe(const std::filesystem::path& file, const completion::Recipe& recipe) {
  const std::string json = completion::toJson(recipe) + '\n';
  return image::writeWhole(file, std::as_bytes(std::span(json)));
}

}  // namespace

Result<std::vector<std::filesystem::path>> writeResults(const CompleteOptions& options, const image::Photo& photo,
                                                        const std::vector<completion::Candidate>& candidates) {
  std::vector<std::filesystem::path> files;
  for (const completion::Candidate& candidate : candidates) {
    const int variation = static_cast<int>(files.size());
    files.push_back(numbered(options.output, variation));
    if (const Result<void> good = writeResult(files.back(), photo, candidate, options.embedRecipe); !good) return good.failure();
    if (options.recipeOut.empty()) continue;
    if (const Result<void> good = writeRecipe(numbered(options.recipeOut, variation), candidate.recipe); !good) return good.failure();
  }
  return files;
}

}  // namespace retailor::command_line
