#include "core/methods/models/method_model.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/methods/models/shipped_bundles.h"
#include "core/neural/weights/folder/find_models.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::models {
namespace {

namespace fs = std::filesystem;
using weights::FoundModel;
using weights::ModelFolder;
using weights::SearchedBecause;

constexpr const char* ownManifest = "bundle.json";

// What to look for where nothing was found.
struct Wanted {
  std::string_view method;
  const char* model;
  const char* use;  // what a model that is there cannot do
};
constexpr std::array wanted{
    Wanted{"inpaint", "a Stable Diffusion 1.5 model (best an inpainting one)", "completes a photo from a prompt"},
    Wanted{"complete-me", "a Stable Diffusion 1.5 inpainting model (best one with a Reference U-Net)", "completes a photo from references"},
    Wanted{"paint-by-example", "the Paint by Example model (Fantasy-Studio/Paint-by-Example)", "completes a photo from an example"},
    Wanted{"parts-to-whole", "the Parts2Whole model (huanngzh/Parts2Whole)", "draws a whole person from parts"},
};

const Wanted& wantedBy(std::string_view method) {
  const auto found = std::ranges::find(wanted, method, &Wanted::method);
  return found != wanted.end() ? *found : wanted.front();
}

std::vector<weights::SearchedFolder> searchPath(const completion::ModelFolders& folders) {
  return weights::modelSearchPath({folders.named.begin(), folders.named.end()}, {folders.preferred.begin(), folders.preferred.end()});
}

// 0 where there is no such U-Net.
int channelsOf(const ModelFolder& folder) {
  const Result<std::string> config = folder.configOf("unet");
  if (!config) return 0;
  const auto json = nlohmann::json::parse(*config, nullptr, false);
  const auto channels = json.is_object() ? json.value("in_channels", nlohmann::json(4)) : nlohmann::json();
  return channels.is_number_integer() ? channels.get<int>() : 0;
}

bool hasEncoder(const ModelFolder& folder, const std::string& className) {
  const Result<std::string> config = folder.configOf("image_encoder");
  return config && config->find('"' + className + '"') != std::string::npos;
}

// What comes beside a single file is not in it.
bool isInFile(const std::string& part) { return part != "tokenizer" && part != "scheduler"; }

// Whether a bundle is what this folder or file holds. One that names no pipeline is told by its parts.
bool knows(const BundleManifest& bundle, const ModelFolder& folder, int channels) {
  if (bundle.channels != channels) return false;
  for (const std::string& part : bundle.has)
    if (!folder.folderOf(part)) return false;
  if (!folder.pipelineClass().empty()) return std::ranges::count(bundle.pipelines, folder.pipelineClass()) > 0;
  for (const std::string& part : bundle.parts)
    if (folder.isSingleFile() && isInFile(part) && !folder.has(part)) return false;
  return bundle.encoderClass.empty() || hasEncoder(folder, bundle.encoderClass);
}

// The folder's own manifest; nothing where it has none.
std::optional<Result<BundleManifest>> ownBundle(const ModelFolder& folder) {
  const fs::path file = folder.path() / ownManifest;
  std::error_code problem;
  if (folder.isSingleFile() || !fs::exists(file, problem)) return std::nullopt;
  const Result<std::string> json = weights::readSettingsText(file);
  if (!json) return json.failure();
  return bundleManifest(*json, file.string());
}

bool isWhole(const FoundModel& found) {
  return found.kind.ends_with("Pipeline") || found.kind == "checkpoint" || found.kind == "component";
}

std::optional<MethodModel> modelFor(std::string_view method, const FoundModel& found) {
  if (!isWhole(found)) return std::nullopt;
  const Result<ModelFolder> folder = ModelFolder::open(found.path);
  if (!folder || !folder->has("unet") || !folder->has("vae")) return std::nullopt;
  MethodModel model{found.name, found.path, *folder, {}, {}};
  const auto own = ownBundle(*folder);
  if (own && !*own) model.problem = own->failure();
  if (own && *own && (*own)->method == method) {
    model.manifest = **own;
    return model;
  }
  const int channels = channelsOf(*folder);
  for (BundleManifest& bundle : shippedBundles(method))
    if (knows(bundle, *folder, channels)) {
      model.manifest = std::move(bundle);
      return model;
    }
  return std::nullopt;
}

// Why a folder that the user named is not used.
Failure refusalOf(std::string_view method, const fs::path& asked) {
  const Result<ModelFolder> folder = ModelFolder::open(asked);
  if (!folder) return folder.failure();
  for (const char* part : {"unet", "vae"})
    if (const auto found = folder->folderOf(part); !found && !folder->isSingleFile()) return found.failure();
  if (const auto config = folder->configOf("unet"); !config) return config.failure();
  return {FailureKind::MissingWeights, "The model in " + asked.string() + " is none that " + wantedBy(method).use + "; this method needs " +
                                           wantedBy(method).model + "."};
}

std::string placesOf(const std::vector<weights::SearchedFolder>& folders) {
  std::string list;
  for (const auto& folder : folders) list += (list.empty() ? "" : ", ") + folder.path.string();
  return list;
}

completion::MissingFile missingPart(const MethodModel& model, const std::string& part) {
  return {"the model's part " + part, (model.folder.path() / part).string()};
}

bool isThere(const ModelFolder& folder, const std::string& part) {
  if (folder.isSingleFile()) return part != "tokenizer" || folder.folderOf(part).ok();
  const auto place = folder.folderOf(part);
  if (!place) return false;
  return part == "tokenizer" || part == "scheduler" || !weights::weightFileIn(*place, weights::Precision::Fp32).file.empty();
}

std::vector<completion::MissingFile> missingParts(const MethodModel& model) {
  std::vector<completion::MissingFile> missing;
  for (const std::string& part : model.manifest.parts)
    if (!isThere(model.folder, part)) missing.push_back(missingPart(model, part));
  std::error_code problem;
  if (const auto& slots = model.manifest.imageSlots; slots && !fs::exists(model.folder.path() / slots->file, problem))
    missing.push_back({"the model's file " + slots->file, (model.folder.path() / slots->file).string()});
  return missing;
}

// The image encoder that the adapters of Stable Diffusion 1.5 are published with lies beside them.
std::optional<ModelFolder> encoderBeside(const fs::path& adapter) {
  const auto folder = ModelFolder::open(adapter.parent_path());
  return folder && folder->folderOf("image_encoder").ok() ? std::optional(*folder) : std::nullopt;
}

std::vector<FoundModel> adaptersOnPath(const completion::ModelFolders& folders) {
  std::vector<FoundModel> found = weights::findModels(searchPath(folders));
  std::erase_if(found, [](const FoundModel& one) { return one.kind != "IP-Adapter"; });
  return found;
}

// A pipeline counts as one model, so the files inside it are not on the search's list.
std::vector<fs::path> adaptersInside(const MethodModel& model) {
  std::vector<fs::path> files;
  std::vector<weights::SearchedFolder> inside;
  std::error_code problem;
  for (auto at = fs::directory_iterator(model.folder.path(), problem); !problem && at != fs::directory_iterator(); at.increment(problem))
    if (at->is_regular_file(problem)) inside.push_back({at->path(), SearchedBecause::Asked});
  for (const FoundModel& one : weights::findModels(inside))
    if (one.kind == "IP-Adapter") files.push_back(one.path);
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<MethodModel> methodModels(std::string_view method, const completion::ModelFolders& folders) {
  std::vector<MethodModel> models;
  bool anyNamed = false;
  for (const FoundModel& found : weights::findModels(searchPath(folders))) {
    const bool isNamed = found.because == SearchedBecause::Asked;
    anyNamed = anyNamed || (isNamed && isWhole(found));
    if (!isNamed && anyNamed) break;
    if (std::optional<MethodModel> model = modelFor(method, found)) models.push_back(*std::move(model));
  }
  const auto rank = [](const MethodModel& model) { return std::pair(!missingParts(model).empty(), model.manifest.order); };
  if (!anyNamed) std::ranges::stable_sort(models, {}, rank);
  return models;
}

Result<MethodModel> findMethodModel(std::string_view method, const completion::ModelFolders& folders) {
  if (auto models = methodModels(method, folders); !models.empty()) {
    if (models.front().problem) return *models.front().problem;
    return std::move(models.front());
  }
  if (!folders.named.empty()) return refusalOf(method, folders.named.front());
  return Failure{FailureKind::MissingWeights, "This method needs " + std::string(wantedBy(method).model) + ", and none was found in " +
                                                  placesOf(searchPath(folders)) + "; put one there, or name its folder."};
}

completion::MethodReadiness methodReadiness(std::string_view method, const completion::ModelFolders& folders) {
  const std::vector<MethodModel> models = methodModels(method, folders);
  if (models.empty()) {
    const auto places = folders.named.empty() ? placesOf(searchPath(folders)) : folders.named.front();
    return {{{wantedBy(method).model, places}}};
  }
  completion::MethodReadiness readiness{missingParts(models.front())};
  for (const MethodModel& model : models) readiness.models.push_back({model.name, model.place.string()});
  return readiness;
}

std::optional<ImagePromptModel> findImagePromptModel(const MethodModel& model, const completion::ModelFolders& folders) {
  std::vector<fs::path> files = adaptersInside(model);
  for (const FoundModel& found : adaptersOnPath(folders)) files.push_back(found.path);
  const bool hasEncoder = model.folder.folderOf("image_encoder").ok();
  for (const fs::path& file : files) {
    if (const auto beside = encoderBeside(file)) return ImagePromptModel{file, *beside};
    if (hasEncoder) return ImagePromptModel{file, model.folder};
  }
  return std::nullopt;
}

std::optional<weights::Component> findPreviewDecoder(const MethodModel& model, const completion::ModelFolders& folders) {
  std::vector<fs::path> places;
  for (const char* part : {"taesd", "vae_approx"})
    if (const auto folder = model.folder.folderOf(part)) places.push_back(*folder);
  for (const FoundModel& found : weights::findModels(searchPath(folders)))
    if (found.kind == "component") places.push_back(found.path);
  for (const fs::path& place : places) {
    const auto folder = ModelFolder::open(place);
    const auto config = folder ? folder->configOf("vae") : Result<std::string>(folder.failure());
    if (!config || config->find("\"AutoencoderTiny\"") == std::string::npos) continue;
    if (const auto component = folder->component("vae", weights::Precision::Fp32)) return *component;
  }
  return std::nullopt;
}

}  // namespace retailor::models
