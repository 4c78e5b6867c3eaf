#include "app/models/model_report.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include "core/completion/hash.h"
#include "core/neural/text/clip_tokenizer.h"
#include "core/neural/weights/folder/contradicted_setting.h"
#include "core/neural/weights/folder/expected_tensors.h"
#include "core/neural/weights/folder/human_parser.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/neural/weights/folder/model_licence.h"
#include "core/neural/weights/folder/unlike_shapes.h"
#include "core/neural/weights/folder/weight_kind.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::app {
namespace {

namespace fs = std::filesystem;
using weights::ModelFolder;
using weights::WeightMap;

// Parts of published pipelines that no method here needs.
constexpr std::array unneeded{"safety_checker", "image_noising_scheduler"};

bool isOfTheFamily(const std::string& part) {
  return part == "unet" || part == "vae" || part == "text_encoder" || part == "image_encoder" || part == "reference_unet";
}

bool isSettings(const std::string& part) { return part == "scheduler" || part == "feature_extractor" || part == "image_processor"; }

PartReport failed(const std::string& part, const Failure& failure) {
  PartReport report;
  report.name = part;
  report.state = weights::saysRefused(failure) ? PartState::Refused : PartState::Missing;
  report.problem = failure.sentence;
  return report;
}

// Python writes numbers such as -Infinity into a scheduler's settings, which strict readers of JSON refuse.
Result<std::string> settingsOf(const ModelFolder& model, const std::string& part) {
  const auto folder = model.folderOf(part);
  const bool isPythons = part == "scheduler" && folder && !model.isSingleFile();
  return isPythons ? weights::readSettingsText(*folder / "scheduler_config.json") : model.configOf(part);
}

PartReport settingsReport(const ModelFolder& model, const std::string& part) {
  const auto config = settingsOf(model, part);
  if (!config) return failed(part, config.failure());
  PartReport report;
  report.name = part;
  report.file = model.folderOf(part) ? *model.folderOf(part) : model.path();
  report.format = "settings";
  report.bytes = config->size();
  return report;
}

PartReport tokenizerReport(const ModelFolder& model) {
  const auto folder = model.folderOf("tokenizer");
  if (!folder) return failed("tokenizer", folder.failure());
  const auto tokenizer = text::ClipTokenizer::open(*folder);
  if (!tokenizer) return failed("tokenizer", tokenizer.failure());
  PartReport report;
  report.name = "tokenizer";
  report.file = *folder;
  report.format = "vocabulary";
  return report;
}

// Every file that tensors come from: the shards of an index, or the file itself.
std::string hashOf(const WeightMap& map, const std::stop_token& stop) {
  const auto hash = completion::sha256Of(map.file, stop);
  return hash ? *hash : std::string();
}

PartReport weightsReport(const std::string& part, const WeightMap& map, Thoroughness thoroughness, const std::stop_token& stop) {
  PartReport report;
  report.name = part;
  report.file = map.file;
  report.format = weights::formatOf(map.file);
  report.precision = weights::nameOf(map.mostlyIn());
  report.bytes = map.byteCount();
  report.tensors = map.tensors.size();
  if (thoroughness == Thoroughness::Quick || stop.stop_requested()) return report;
  if (const auto finite = weights::requireFinite(map, stop); !finite) return failed(part, finite.failure());
  report.sha256 = hashOf(map, stop);
  return report;
}

// A file that is sound in itself, but not the whole part.
PartReport incomplete(const std::string& part, const fs::path& file, const std::vector<std::string>& missing) {
  return failed(part, weights::refused(file, "it lacks " + std::to_string(missing.size()) +
                                                 " of the tensors that its config.json asks for, “" + missing.front() + "” among them"));
}

PartReport componentReport(const ModelFolder& model, const std::string& part, Thoroughness thoroughness, const std::stop_token& stop) {
  const auto component = model.component(part, weights::Precision::Fp32);
  if (!component) return failed(part, component.failure());
  if (const std::string setting = weights::contradictedSetting(*component); !setting.empty())
    return failed(part, weights::refused(component->weights.file, setting));
  const auto isWhole = [](const auto& named) { return named.first.ends_with(".weight") && !weights::isFloating(named.second.element); };
  if (const auto whole = std::ranges::find_if(component->weights.tensors, isWhole); whole != component->weights.tensors.end())
    return failed(part, weights::refused(component->weights.file, "its tensor “" + weights::shown(whole->first) + "” holds whole numbers"));
  if (const std::string unlike = weights::unlikeShapes(component->weights); !unlike.empty() && isOfTheFamily(part))
    return failed(part, weights::refused(component->weights.file, unlike));
  const std::vector<std::string> missing = weights::missingTensors(*component);
  return missing.empty() ? weightsReport(part, component->weights, thoroughness, stop) : incomplete(part, component->weights.file, missing);
}

// A failure where nothing here can work as the part's settings say; success, too, where they cannot be read, which is told elsewhere.
Result<void> checkedSettings(const ModelFolder& model, const std::string& part, const SettingsCheck& check) {
  const auto config = settingsOf(model, part);
  const auto folder = model.folderOf(part);
  if (!check || !config) return {};
  fs::path owner = folder ? *folder : model.path();
  if (folder && isSettings(part)) owner /= part == "scheduler" ? "scheduler_config.json" : "preprocessor_config.json";
  return check(part, *config, owner.string());
}

PartReport partReport(const ModelFolder& model, const std::string& part, Thoroughness thoroughness, const std::stop_token& stop,
                      const SettingsCheck& check) {
  if (part.starts_with("tokenizer")) return tokenizerReport(model);
  if (const Result<void> checked = checkedSettings(model, part, check); !checked) {
    PartReport report = failed(part, checked.failure());
    report.state = PartState::Refused;
    return report;
  }
  return isSettings(part) ? settingsReport(model, part) : componentReport(model, part, thoroughness, stop);
}

// A file that is no part of a pipeline: a LoRA, an IP-Adapter.
Result<ModelReport> reportOnLooseFile(const ModelFolder& model, const fs::path& file, Thoroughness thoroughness,
                                      const std::stop_token& stop) {
  const auto map = weights::openWeights(file);
  if (!map) return map.failure();
  const std::string kind(weights::wordFor(weights::weightKindOf(*map)));
  return ModelReport{weights::licenceOf(model.path()), {weightsReport(kind, *map, thoroughness, stop)}};
}

std::vector<std::string> partsOf(const ModelFolder& model) {
  std::vector<std::string> parts = model.componentNames();
  std::erase_if(parts, [](const std::string& part) { return std::ranges::find(unneeded, part) != unneeded.end(); });
  // A checkpoint holds its text encoder, but not the words for it.
  if (model.isSingleFile() && std::ranges::find(parts, "unet") != parts.end() && std::ranges::find(parts, "text_encoder") != parts.end() &&
      std::ranges::find(parts, "tokenizer") == parts.end())
    parts.emplace_back("tokenizer");
  return parts;
}

}  // namespace

Result<ModelReport> reportOn(const fs::path& path, Thoroughness thoroughness, const std::stop_token& stop, const PartBegins& begins,
                             const SettingsCheck& check) {
  const auto model = ModelFolder::open(path);
  if (!model) return model.failure();
  const std::vector<std::string> parts = partsOf(*model);
  if (parts.empty() && model->isSingleFile()) return reportOnLooseFile(*model, model->checkpoint(), thoroughness, stop);
  if (parts.empty()) return weights::missing(path / "model_index.json", "The folder holds loose weight files; name one of them.");
  const bool isParser = parts == std::vector<std::string>{weights::humanParserPart};
  ModelReport report{isParser ? weights::humanParserLicence(model->path()) : weights::licenceOf(model->path()), {}};
  for (const std::string& part : parts) {
    if (stop.stop_requested()) break;
    if (begins) begins(part);
    report.parts.push_back(partReport(*model, part, thoroughness, stop, check));
  }
  return report;
}

}  // namespace retailor::app
