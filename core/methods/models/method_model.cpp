#include "core/methods/models/method_model.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/methods/models/gathered_parts.h"
#include "core/methods/models/network_traits.h"
#include "core/methods/models/recognition.h"
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

// The folder's own manifest; nothing where it has none.
std::optional<Result<BundleManifest>> ownBundle(const ModelFolder& folder) {
  const fs::path file = folder.path() / ownManifest;
  std::error_code problem;
  if (folder.isSingleFile() || !fs::exists(file, problem)) return std::nullopt;
  const Result<std::string> json = weights::readSettingsText(file);
  if (!json) return json.failure();
  return bundleManifest(*json, file.string());
}

bool isWhole(const FoundModel& found) { return found.kind.ends_with("Pipeline") || found.kind == "checkpoint" || found.kind == "parts"; }

// A whole model or what may mark one in pieces; adapters and LoRAs are neither.
bool mayBeModel(const FoundModel& found) {
  return isWhole(found) || found.kind == "attention" || found.kind == "bundle" || found.kind == "image_encoder";
}

// Of the bundles that know it, the first; the folder's own counts before all.
std::optional<BundleManifest> bundleFor(std::string_view method, const ModelFolder& folder, std::optional<Failure>& problem) {
  const auto own = ownBundle(folder);
  if (own && !*own) problem = own->failure();
  if (own && *own && (*own)->method == method) return **own;
  for (BundleManifest& bundle : shippedBundles(method))
    if (recognises(bundle, folder)) return std::move(bundle);
  return std::nullopt;
}

std::string placesOf(const std::vector<weights::SearchedFolder>& folders) {
  std::string list;
  for (const auto& folder : folders) list += (list.empty() ? "" : ", ") + folder.path.string();
  return list;
}

std::string titleOf(const std::string& bundle) {
  const auto known = shippedBundle(bundle);
  return known ? known->title : bundle;
}

// What a model in pieces has neither itself nor from another: "unet, vae". Empty for whole models.
std::string piecesLacking(const MethodModel& model) {
  std::string lacking;
  for (const std::string& part : model.manifest.parts)
    if (!model.manifest.base.empty() && !isThere(model.folder, part)) lacking += (lacking.empty() ? "" : ", ") + part;
  return lacking;
}

Failure incomplete(const MethodModel& model, const completion::ModelFolders& folders) {
  return {FailureKind::MissingWeights, model.place.string() + " (" + model.manifest.title + ") lacks " + piecesLacking(model) +
                                           ", and no model found in " + placesOf(searchPath(folders)) + " lends it; put " +
                                           titleOf(model.manifest.base) + " there, or name its folder too."};
}

// `onPath`: all that was found, where the other pieces of a model are looked for.
std::optional<MethodModel> modelFor(std::string_view method, const FoundModel& found, const completion::ModelFolders& folders,
                                    const std::vector<FoundModel>& onPath) {
  if (!mayBeModel(found)) return std::nullopt;
  const Result<ModelFolder> folder = ModelFolder::open(found.path);
  if (!folder) return std::nullopt;
  MethodModel model{found.name, found.path, *folder, {}, {}, {}};
  auto bundle = bundleFor(method, *folder, model.problem);
  if (!bundle) return std::nullopt;
  model.manifest = *std::move(bundle);
  if (!model.manifest.base.empty()) model.base = gatherParts(model.manifest, onPath, model.folder);
  if (!piecesLacking(model).empty()) model.problem = incomplete(model, folders);
  return model;
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

// The piece's own name says little.
std::string shownName(const MethodModel& model) {
  return model.manifest.base.empty() ? model.name : model.name + " (" + model.manifest.title + ")";
}

completion::MissingFile missingPart(const MethodModel& model, const std::string& part) {
  return {"the model's part " + part, (model.folder.path() / part).string()};
}

std::vector<completion::MissingFile> missingParts(const MethodModel& model) {
  std::vector<completion::MissingFile> missing;
  if (!piecesLacking(model).empty()) return {{titleOf(model.manifest.base), model.place.string()}};
  for (const std::string& part : model.manifest.parts)
    if (!isThere(model.folder, part)) missing.push_back(missingPart(model, part));
  std::error_code problem;
  if (const auto& slots = model.manifest.imageSlots; slots && !fs::exists(model.folder.path() / slots->file, problem))
    missing.push_back({"the model's file " + slots->file, (model.folder.path() / slots->file).string()});
  return missing;
}

// Those that the user named only for what another borrows that was named too go behind: the other is meant.
void putBasesBehind(std::vector<MethodModel>& models, const std::vector<std::string>& named) {
  std::set<fs::path> bases;
  for (const MethodModel& model : models)
    if (std::ranges::count(named, model.base.string()) > 0) bases.insert(model.base);
  std::ranges::stable_partition(models, [&bases](const MethodModel& model) { return !bases.contains(model.place); });
}

}  // namespace

std::vector<weights::SearchedFolder> searchPath(const completion::ModelFolders& folders) {
  return weights::modelSearchPath({folders.named.begin(), folders.named.end()}, {folders.preferred.begin(), folders.preferred.end()});
}

std::vector<MethodModel> methodModels(std::string_view method, const completion::ModelFolders& folders) {
  std::vector<MethodModel> models;
  const std::vector<FoundModel> onPath = weights::findModels(searchPath(folders));
  bool anyNamed = false;
  for (const FoundModel& found : onPath) {
    const bool isNamed = found.because == SearchedBecause::Asked;
    if (!isNamed && anyNamed) break;
    std::optional<MethodModel> model = modelFor(method, found, folders, onPath);
    anyNamed = anyNamed || (isNamed && (isWhole(found) || model));
    if (model) models.push_back(*std::move(model));
  }
  const auto rank = [](const MethodModel& model) { return std::pair(!missingParts(model).empty(), model.manifest.order); };
  if (!anyNamed) std::ranges::stable_sort(models, {}, rank);
  putBasesBehind(models, folders.named);
  return models;
}

std::vector<MethodModel> usesOf(const FoundModel& found, const completion::ModelFolders& folders, const std::vector<FoundModel>& onPath) {
  std::vector<MethodModel> uses;
  for (const auto& traits : networkTraits())
    if (std::optional<MethodModel> model = modelFor(traits.key, found, folders, onPath)) uses.push_back(*std::move(model));
  return uses;
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
  for (const MethodModel& model : models) readiness.models.push_back({shownName(model), model.place.string()});
  return readiness;
}

}  // namespace retailor::models
