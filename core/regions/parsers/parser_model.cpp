#include "core/regions/parsers/parser_model.h"

#include <optional>
#include <system_error>

#include "core/neural/weights/folder/hub_cache.h"
#include "core/neural/weights/folder/human_parser.h"
#include "core/neural/weights/folder/weight_file_in.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"
#include "core/regions/schemes/scheme_of_names.h"

namespace retailor::regions {

namespace {

namespace fs = std::filesystem;

// Where the files lie, whichever way the model was named.
Result<fs::path> folderOf(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored))
    return weights::missing(path, "Name the folder of a human parser, such as a copy of mattmdjaga/segformer_b2_clothes.");
  if (!fs::is_directory(path, ignored)) return path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(path / "snapshots", ignored)) return path;
  const auto snapshot = weights::snapshotOf(path);
  if (!snapshot)
    return weights::missing(path / "snapshots" / "…", "The hub cache has no finished download of this model; download it again.");
  return *snapshot;
}

Result<std::vector<std::string>> labelsIn(const fs::path& folder) {
  const fs::path file = folder / "config.json";
  std::error_code ignored;
  if (!fs::exists(file, ignored))
    return weights::missing(file, "It tells the parser's sizes and labels; copy it from where the model was published.");
  const Result<std::string> text = weights::readSettingsText(file);
  if (!text) return text.failure();
  if (const auto parsed = weights::parseSettings(*text, file); !parsed) return parsed.failure();
  const auto labels = weights::segmentationLabels(*text);
  if (!labels) return weights::refused(file, "it does not describe a SegformerForSemanticSegmentation whose labels are numbered from 0 on");
  if (!weights::namePartsOfAPerson(*labels)) return weights::refused(file, "its labels are not the parts of a person");
  return *labels;
}

std::string nameOf(const fs::path& path) {
  if (std::string hub = weights::hubNameOf(path); !hub.empty()) return hub;
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(path, ignored);
  return (ignored ? path : whole).filename().string();
}

std::vector<fs::path> parsersOn(const std::vector<weights::SearchedFolder>& searchPath) {
  std::vector<fs::path> paths;
  for (const weights::FoundModel& model : weights::findModels(searchPath))
    if (model.kind == weights::humanParserKind) paths.push_back(model.path);
  return paths;
}

}  // namespace

Result<ParserModel> openParser(const fs::path& path) {
  const Result<fs::path> folder = folderOf(path);
  if (!folder) return folder.failure();
  const Result<std::vector<std::string>> labels = labelsIn(*folder);
  if (!labels) return labels.failure();
  std::error_code ignored;
  const fs::path named = fs::is_directory(path, ignored) ? fs::path() : path;
  const fs::path file = named.empty() ? weights::weightFileIn(*folder, weights::Precision::Fp32).file : named;
  if (file.empty()) return weights::missing(*folder / "model.safetensors", "Download that file of the model and put it there.");
  const std::string name = nameOf(named.empty() ? path : *folder);
  return ParserModel{name, *folder, file, schemeOfNames(*labels, name), weights::humanParserLicence(*folder)};
}

std::vector<ParserModel> findParsers(const std::vector<weights::SearchedFolder>& searchPath) {
  std::vector<ParserModel> found;
  for (const fs::path& path : parsersOn(searchPath))
    if (Result<ParserModel> parser = openParser(path)) found.push_back(std::move(*parser));
  return found;
}

Result<ParserModel> firstParser(const std::vector<weights::SearchedFolder>& searchPath) {
  std::optional<Failure> first;
  for (const fs::path& path : parsersOn(searchPath)) {
    Result<ParserModel> parser = openParser(path);
    if (parser) return parser;
    if (!first) first = parser.failure();
  }
  if (first) return *first;
  return Failure{
      FailureKind::MissingWeights,
      "There is no human parser in the model folders; put the folder of one, such as mattmdjaga/segformer_b2_clothes (config.json, "
      "model.safetensors, preprocessor_config.json), into " +
          weights::dataFolder().string() + ", or name it."};
}

}  // namespace retailor::regions
