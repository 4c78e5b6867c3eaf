#include "app/command_line/evaluation/score_group.h"

#include "core/completion/hash.h"
#include "core/evaluation/group_pictures.h"
#include "core/image/read_photo.h"
#include "core/metrics/pixel_measurements.h"

namespace retailor::command_line {
namespace {

Result<ShownReference> readReference(const evaluation::GroupReference& reference) {
  Result<image::Bitmap> picture = evaluation::comparedPicture(reference.file);
  if (!picture) return picture.failure();
  ShownReference shown{std::move(*picture), std::nullopt};
  if (!reference.mask) return shown;
  const Result<image::Bitmap> coverage = image::readCoverage(*reference.mask);
  if (!coverage) return coverage.failure();
  shown.mask = mask::Mask(*coverage);
  return shown;
}

Result<ScoredPictures> readPictures(const evaluation::EvaluationGroup& group, const std::filesystem::path& result) {
  ScoredPictures pictures;
  for (const auto& [file, picture] : {std::pair(&group.source, &pictures.source), std::pair(&result, &pictures.result)}) {
    Result<image::Bitmap> read = evaluation::comparedPicture(*file);
    if (!read) return read.failure();
    *picture = std::move(*read);
  }
  const Result<image::Bitmap> coverage = image::readCoverage(group.mask);
  if (!coverage) return coverage.failure();
  pictures.mask = mask::Mask(*coverage);
  for (const evaluation::GroupReference& reference : group.references) {
    Result<ShownReference> read = readReference(reference);
    if (!read) return read.failure();
    pictures.references.push_back(std::move(*read));
  }
  return pictures;
}

}  // namespace

Result<evaluation::GroupScore> scoreGroup(const evaluation::EvaluationGroup& group, const GroupPicture& made,
                                          metrics::NetworkMetrics* networks, ScoredPictures& pictures, const std::stop_token& stop) {
  Result<ScoredPictures> read = readPictures(group, made.file);
  if (!read) return read.failure();
  const Result<std::string> prompt = group.prompt.empty() ? Result<std::string>(std::string()) : evaluation::readPrompt(group.prompt);
  if (!prompt) return prompt.failure();
  pictures = std::move(*read);
  evaluation::GroupScore score{.id = group.id, .result = made.file.string(), .seconds = made.seconds, .reused = made.reused};
  score.resultSha256 = completion::sha256Of(pictures.result);
  auto measured = metrics::pixelMeasurements(pictures.result, pictures.source, pictures.mask, score.lacking);
  if (!measured) return badInput(made.file.string() + ", " + group.mask.filename().string() + ": " + measured.failure().sentence);
  score.measurements = std::move(*measured);
  if (networks == nullptr) return score;
  const auto more = networks->measure({pictures.result, pictures.source, pictures.mask, *prompt}, score.lacking, stop);
  score.measurements.insert(score.measurements.end(), more.begin(), more.end());
  return score;
}

}  // namespace retailor::command_line
