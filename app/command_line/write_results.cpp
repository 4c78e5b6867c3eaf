#include "app/command_line/write_results.h"

#include <span>
#include <string>

#include "app/command_line/output_place.h"
#include "core/completion/fit_file.h"
#include "core/completion/fitted_references.h"
#include "core/composite/paste_back.h"
#include "core/image/write_photo.h"

namespace retailor::command_line {
namespace {

Result<void> writeFit(const std::filesystem::path& file, const completion::CompletionRequest& request, std::size_t reference) {
  const Result<completion::FitStart> start = completion::startFit(request, reference);
  if (!start) return start.failure();
  garment::FitSettings fit = start->session.settings();
  fit.pins = start->session.pins();
  const std::string json = completion::toJson(fit) + '\n';
  return image::writeWhole(file, std::as_bytes(std::span(json)));
}

}  // namespace

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

Result<std::vector<std::filesystem::path>> writeFits(const CompleteOptions& options, const completion::CompletionRequest& request) {
  std::vector<std::filesystem::path> files;
  for (std::size_t i = 0; i < request.references.size() && !options.fitOut.empty(); ++i) {
    if (!completion::isFitted(request.references[i])) continue;
    files.push_back(numbered(options.fitOut, static_cast<int>(files.size())));
    if (const Result<void> good = writeFit(files.back(), request, i); !good) return good.failure();
  }
  return files;
}

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
