#include "core/neural/weights/folder/model_folder.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "core/neural/weights/folder/component_class.h"
#include "core/neural/weights/folder/config_from_shapes.h"
#include "core/neural/weights/folder/hub_cache.h"
#include "core/neural/weights/folder/human_parser.h"
#include "core/neural/weights/folder/single_file.h"
#include "core/neural/weights/folder/weight_kind.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"
#include "core/neural/weights/weight_names.h"

namespace retailor::weights {
namespace {

namespace fs = std::filesystem;

constexpr const char* pipelineIndex = "model_index.json";

// The settings file of a component, by the part it plays.
std::string configNameOf(std::string_view component) {
  if (component == "scheduler") return "scheduler_config.json";
  if (component == "tokenizer") return "tokenizer_config.json";
  return component == "feature_extractor" || component == "image_processor" ? "preprocessor_config.json" : "config.json";
}

bool isThere(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

// There, be it as a link to nothing or to itself: what opens it says what is wrong.
bool isNamed(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(file, ignored));
}

bool isFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool isPlainName(std::string_view name) {
  return !name.empty() && name.find("..") == std::string_view::npos &&
         name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

// Whether a folder holds what a component of that name consists of.
bool isComponentFolder(const fs::path& folder, std::string_view component) {
  if (isThere(folder / configNameOf(component))) return true;
  if (component == "tokenizer") return isThere(folder / "vocab.json");
  const bool hasWeights = configNameOf(component) == "config.json";
  return hasWeights && !wellNamedWeightFileIn(folder, Precision::Fp32).empty();
}

bool isAnyComponentFolder(const fs::path& folder) {
  static constexpr std::array parts{"unet", "tokenizer", "scheduler", "feature_extractor"};
  return std::ranges::any_of(parts, [&](const char* part) { return isComponentFolder(folder, part); });
}

// A human parser is a model of its own: the folder around it is a shelf, whatever the names of its files have in common with a part's.
bool isPartOfThisModel(const fs::path& folder) { return isAnyComponentFolder(folder) && !isHumanParser(folder); }

// What the folder of a single part holds, by its config's class, else by its own name.
std::string partIn(const fs::path& folder) {
  for (const char* part : {"tokenizer", "scheduler", "feature_extractor"})
    if (isThere(folder / configNameOf(part))) return part;
  const auto config = readSettings(folder / "config.json");
  const std::string named = config ? std::string(componentOfClass(classIn(*config))) : std::string();
  return named.empty() ? folder.filename().string() : named;
}

std::vector<fs::path> subfolders(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code problem;
  for (auto at = fs::directory_iterator(folder, problem); !problem && at != fs::directory_iterator(); at.increment(problem))
    if (isFolder(at->path()) && !at->path().filename().string().starts_with('.')) found.push_back(at->path());
  std::ranges::sort(found);
  return found;
}

struct Pipeline {
  std::string className;
  std::vector<std::string> components;
};

// The components are the entries ["library", "class"]; [null, null] stands for one that is left out.
Result<Pipeline> readPipelineIndex(const fs::path& file) {
  const Result<nlohmann::json> index = readSettings(file);
  if (!index) return index.failure();
  Pipeline pipeline;
  for (const auto& [key, value] : index->items()) {
    if (key == "_class_name" && value.is_string()) pipeline.className = value.get<std::string>();
    if (!value.is_array() || value.size() != 2 || !value[1].is_string()) continue;
    if (!isPlainName(key)) return refused(file, "it names the part “" + shown(key) + "”, which is no folder of the model's");
    pipeline.components.push_back(key);
  }
  return pipeline;
}

bool holdsWeightFile(const fs::path& folder) {
  std::error_code problem;
  for (auto at = fs::directory_iterator(folder, problem); !problem && at != fs::directory_iterator(); at.increment(problem))
    if (isWeightFileName(at->path())) return true;
  return false;
}

// "unet" and "vae" of tensors named "unet.conv_in.weight", "vae.…".
std::vector<std::string> dictionariesIn(const WeightMap& weights) {
  std::set<std::string> names;
  for (const auto& [name, tensor] : weights.tensors)
    if (const std::size_t dot = name.find('.'); dot != std::string::npos) names.insert(name.substr(0, dot));
  return {names.begin(), names.end()};
}

// A folder with a checkpoint and nothing else of a model.
fs::path loneCheckpoint(const fs::path& folder) {
  const fs::path file = weightFileIn(folder, Precision::Fp32).file;
  return !file.empty() && !isThere(folder / "config.json") && subfolders(folder).empty() ? file : fs::path();
}

}  // namespace

Result<ModelFolder> ModelFolder::open(const fs::path& path) {
  if (!isThere(path)) return missing(path, "Check the name of the model's folder; retailor-cli models list shows what is there.");
  ModelFolder model;
  model.m_path = path;
  if (!isFolder(path)) {
    model.m_checkpoint = path;
    model.m_path = path.has_parent_path() ? path.parent_path() : fs::path(".");
    return model;
  }
  if (isFolder(path / "snapshots")) {
    const auto snapshot = snapshotOf(path);
    if (!snapshot) return missing(path / "snapshots" / "…", "The hub cache has no finished download of this model; download it again.");
    model.m_path = *snapshot;
  }
  if (isThere(model.m_path / pipelineIndex)) {
    const Result<Pipeline> pipeline = readPipelineIndex(model.m_path / pipelineIndex);
    if (!pipeline) return pipeline.failure();
    model.m_pipelineClass = pipeline->className;
    model.m_listed = pipeline->components;
    return model;
  }
  model.m_checkpoint = loneCheckpoint(model.m_path);
  const bool isModel = holdsWeightFile(model.m_path) || isAnyComponentFolder(model.m_path) ||
                       std::ranges::any_of(subfolders(model.m_path), isPartOfThisModel);
  if (isModel) return model;
  return Failure{FailureKind::MissingWeights,
                 quoted(path) + " is no model folder: it has neither model_index.json nor a part such as unet/config.json. " +
                     "Choose the folder that holds them, or the folder of one part."};
}

std::vector<std::string> ModelFolder::componentNames() const {
  if (isSingleFile()) return componentsInFile();
  if (m_listed.empty() && isHumanParser(m_path)) return {humanParserPart};  // whatever else was left of its training
  std::set<std::string> names(m_listed.begin(), m_listed.end());
  for (const fs::path& folder : subfolders(m_path))
    if (const std::string name = folder.filename().string(); isComponentFolder(folder, name) && !isHumanParser(folder)) names.insert(name);
  if (names.empty() && isAnyComponentFolder(m_path)) names.insert(partIn(m_path));
  return {names.begin(), names.end()};
}

std::vector<std::string> ModelFolder::componentsInFile() const {
  const Result<WeightMap> weights = openWeights(m_checkpoint);
  if (!weights) return {};
  if (weightKindOf(*weights) == WeightKind::Checkpoint) return componentsOfCheckpoint(*weights);
  if (weightKindOf(*weights) == WeightKind::Bundle) return dictionariesIn(*weights);
  const auto name = componentOf(weightKindOf(*weights));
  return name.empty() ? std::vector<std::string>() : std::vector{std::string(name)};
}

bool ModelFolder::has(std::string_view component) const {
  const auto names = componentNames();
  return std::ranges::find(names, component) != names.end() || folderOf(component).ok();
}

Result<fs::path> ModelFolder::folderOf(std::string_view name) const {
  if (!isPlainName(name)) return badInput("“" + shown(name) + "” is not the name of a model's part. Use a plain name such as unet.");
  if (const auto lent = m_borrowed.find(name); lent != m_borrowed.end()) return lent->second.lender->folderOf(lent->second.name);
  if (isFolder(m_path / name)) return m_path / name;
  if (!isThere(m_path / pipelineIndex) && !isSingleFile() && isComponentFolder(m_path, name)) return m_path;
  return missing(m_path / name, "The model lacks this part; put its " + configNameOf(name) + " and the files beside it there.");
}

Result<std::string> ModelFolder::configOf(std::string_view name) const {
  if (const auto lent = m_borrowed.find(name); lent != m_borrowed.end()) return borrowedConfig(lent->second, name);
  const Result<fs::path> folder = folderOf(name);
  const bool isInFile = isSingleFile() && configNameOf(name) == "config.json";  // whatever lies beside the file is another model's
  if (!isInFile && folder && isNamed(*folder / configNameOf(name))) {
    Result<std::string> text = readSettingsText(*folder / configNameOf(name));
    if (!text) return text;
    const auto parsed = parseSettings(*text, *folder / configNameOf(name));
    return parsed ? std::move(text) : Result<std::string>(parsed.failure());
  }
  if (isSingleFile()) {
    Result<Component> part = name == "scheduler" ? Component{"", configFromShapes({}, name), {}, {}} : component(name, Precision::Fp32);
    return part ? Result<std::string>(std::move(part->config)) : part.failure();
  }
  return folder ? missing(*folder / configNameOf(name), "Copy it from where the model was published.") : folder.failure();
}

Result<Component> ModelFolder::component(std::string_view name, Precision preferred) const {
  if (!isPlainName(name)) return folderOf(name).failure();
  if (const auto lent = m_borrowed.find(name); lent != m_borrowed.end()) return borrowed(lent->second, name, preferred);
  if (isSingleFile()) return componentInFile(name);
  const Result<fs::path> folder = folderOf(name);
  if (!folder) return folder.failure();
  const WeightFile file = weightFileIn(*folder, preferred);
  if (file.file.empty()) return missing(*folder / file.wanted, "Download that file of the model and put it there.");
  const Result<WeightMap> published = openWeights(file.file);
  if (!published) return published.failure();
  Result<WeightMap> weights = withCurrentNames(*published);
  if (!weights) return weights.failure();
  if (!isNamed(*folder / "config.json"))
    return Component{std::string(name), configFromShapes(*weights, name), *folder, *std::move(weights)};
  Result<std::string> config = configOf(name);
  if (!config) return config.failure();
  return Component{std::string(name), *std::move(config), *folder, *std::move(weights)};
}

Result<Component> ModelFolder::dictionaryInFile(const WeightMap& all, std::string_view name) const {
  const WeightMap dictionary = all.under(std::string(name) + ".");
  if (dictionary.tensors.empty()) return refused(m_checkpoint, "there is no part named “" + shown(name) + "” in it");
  Result<WeightMap> weights = withCurrentNames(dictionary);
  if (!weights) return weights.failure();
  return Component{std::string(name), configFromShapes(*weights, name), m_checkpoint, *std::move(weights)};
}

Result<Component> ModelFolder::componentInFile(std::string_view name) const {
  const Result<WeightMap> all = openWeights(m_checkpoint);
  if (!all) return all.failure();
  const WeightKind kind = weightKindOf(*all);
  if (kind == WeightKind::Bundle) return dictionaryInFile(*all, name);
  const bool isWhole = kind == WeightKind::Checkpoint;
  const bool isAsked = componentOf(kind) == name || (kind == WeightKind::UNet && name == "reference_unet");
  if (!isWhole && !isAsked) return refused(m_checkpoint, "there is no part named “" + shown(name) + "” in it");
  Result<WeightMap> weights = isWhole ? componentOfCheckpoint(*all, name) : withCurrentNames(*all);
  if (!weights) return weights.failure();
  return Component{std::string(name), configFromShapes(*weights, name), m_checkpoint, *std::move(weights)};
}

void ModelFolder::borrow(const std::string& part, const ModelFolder& lender, const std::string& name, const fs::path& settings) {
  m_borrowed[part] = {std::make_shared<const ModelFolder>(lender), name, settings};
}

Result<std::string> ModelFolder::borrowedConfig(const Borrowed& part, std::string_view name) const {
  if (!part.settings.empty() && isNamed(part.settings / configNameOf(name))) {
    const auto own = readSettings(part.settings / configNameOf(name));
    return own ? own->dump() : Result<std::string>(own.failure());
  }
  if (!part.lender->isSingleFile() || name == "scheduler") return part.lender->configOf(part.name);
  const Result<Component> found = part.lender->component(part.name, Precision::Fp32);
  return found ? configFromShapes(found->weights, name) : Result<std::string>(found.failure());
}

Result<Component> ModelFolder::borrowed(const Borrowed& part, std::string_view name, Precision preferred) const {
  Result<Component> found = part.lender->component(part.name, preferred);
  if (!found) return found;
  const bool hasSettings = !part.settings.empty() || part.lender->isSingleFile();
  Result<std::string> config = hasSettings ? borrowedConfig(part, name) : Result<std::string>(found->config);
  if (!config) return config.failure();
  found->name = name;
  found->config = *std::move(config);
  return found;
}

Result<WeightMap> ModelFolder::file(std::string_view name) const {
  if (!isPlainName(name)) return badInput("“" + shown(name) + "” is not the name of a file in the model's folder. Leave out the folder.");
  return openWeights(m_path / name);
}

}  // namespace retailor::weights
