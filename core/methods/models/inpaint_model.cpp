#include "core/methods/models/inpaint_model.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/neural/weights/folder/find_models.h"

namespace retailor::models {
namespace {

namespace fs = std::filesystem;
using weights::FoundModel;
using weights::ModelFolder;
using weights::SearchedBecause;

constexpr std::array parts{"unet", "vae", "text_encoder", "tokenizer", "scheduler"};

std::vector<weights::SearchedFolder> searchPath(const completion::ModelFolders& folders) {
  return weights::modelSearchPath({folders.named.begin(), folders.named.end()}, {folders.preferred.begin(), folders.preferred.end()});
}

// Pipelines of other methods have a U-Net of 9 channels, too, that listens to pictures instead of words.
bool listensToWords(const std::string& pipelineClass) {
  return pipelineClass.empty() || pipelineClass == "StableDiffusionPipeline" || pipelineClass == "StableDiffusionInpaintPipeline" ||
         pipelineClass == "StableDiffusionImg2ImgPipeline";
}

// 0 where there is no such U-Net.
int channelsOf(const ModelFolder& folder) {
  const Result<std::string> config = folder.configOf("unet");
  if (!config) return 0;
  const auto json = nlohmann::json::parse(*config, nullptr, false);
  const auto channels = json.is_object() ? json.value("in_channels", nlohmann::json(4)) : nlohmann::json();
  return channels.is_number_integer() && (channels == 4 || channels == 9) ? channels.get<int>() : 0;
}

bool isWhole(const FoundModel& found) {
  return found.kind.ends_with("Pipeline") || found.kind == "checkpoint" || found.kind == "component";
}

std::optional<InpaintModel> inpaintModel(const FoundModel& found) {
  if (!isWhole(found)) return std::nullopt;
  const Result<ModelFolder> folder = ModelFolder::open(found.path);
  if (!folder || !listensToWords(folder->pipelineClass()) || !folder->has("unet") || !folder->has("vae")) return std::nullopt;
  const int channels = channelsOf(*folder);
  if (channels == 0) return std::nullopt;
  return InpaintModel{found.name, found.path, *folder, channels};
}

// Why a folder that the user named is not used.
Failure refusalOf(const fs::path& asked) {
  const Result<ModelFolder> folder = ModelFolder::open(asked);
  if (!folder) return folder.failure();
  for (const char* part : {"unet", "vae"})
    if (const auto found = folder->folderOf(part); !found && !folder->isSingleFile()) return found.failure();
  if (const auto config = folder->configOf("unet"); !config) return config.failure();
  return {FailureKind::MissingWeights,
          "The model in " + asked.string() +
              " is none that completes a photo from a prompt; choose a Stable Diffusion 1.5 folder, best an inpainting one."};
}

std::string placesOf(const std::vector<weights::SearchedFolder>& folders) {
  std::string list;
  for (const auto& folder : folders) list += (list.empty() ? "" : ", ") + folder.path.string();
  return list;
}

completion::MissingFile missingPart(const InpaintModel& model, const std::string& part) {
  return {"the model's part " + part, (model.folder.path() / part).string()};
}

bool isThere(const ModelFolder& folder, const std::string& part) {
  if (folder.isSingleFile()) return part != "tokenizer" || folder.folderOf(part).ok();
  const auto place = folder.folderOf(part);
  if (!place) return false;
  return part == "tokenizer" || part == "scheduler" || !weights::weightFileIn(*place, weights::Precision::Fp32).file.empty();
}

std::vector<completion::MissingFile> missingParts(const InpaintModel& model) {
  std::vector<completion::MissingFile> missing;
  for (const char* part : parts)
    if (!isThere(model.folder, part)) missing.push_back(missingPart(model, part));
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
std::vector<fs::path> adaptersInside(const InpaintModel& model) {
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

std::vector<InpaintModel> inpaintModels(const completion::ModelFolders& folders) {
  std::vector<InpaintModel> models;
  bool anyNamed = false;
  for (const FoundModel& found : weights::findModels(searchPath(folders))) {
    const bool isNamed = found.because == SearchedBecause::Asked;
    anyNamed = anyNamed || (isNamed && isWhole(found));
    if (!isNamed && anyNamed) break;
    if (std::optional<InpaintModel> model = inpaintModel(found)) models.push_back(*std::move(model));
  }
  const auto rank = [](const InpaintModel& model) { return std::pair(!missingParts(model).empty(), model.channels != 9); };
  if (!anyNamed) std::ranges::stable_sort(models, {}, rank);
  return models;
}

Result<InpaintModel> findInpaintModel(const completion::ModelFolders& folders) {
  if (auto models = inpaintModels(folders); !models.empty()) return std::move(models.front());
  if (!folders.named.empty()) return refusalOf(folders.named.front());
  return Failure{FailureKind::MissingWeights,
                 "No Stable Diffusion model was found in " + placesOf(searchPath(folders)) + "; put one there, or name its folder."};
}

completion::MethodReadiness inpaintReadiness(const completion::ModelFolders& folders) {
  const std::vector<InpaintModel> models = inpaintModels(folders);
  if (models.empty()) {
    const auto places = folders.named.empty() ? placesOf(searchPath(folders)) : folders.named.front();
    return {{{"a Stable Diffusion 1.5 model (best an inpainting one)", places}}};
  }
  completion::MethodReadiness readiness{missingParts(models.front())};
  for (const InpaintModel& model : models) readiness.models.push_back({model.name, model.place.string()});
  return readiness;
}

std::optional<ImagePromptModel> findImagePromptModel(const InpaintModel& model, const completion::ModelFolders& folders) {
  std::vector<fs::path> files = adaptersInside(model);
  for (const FoundModel& found : adaptersOnPath(folders)) files.push_back(found.path);
  const bool hasEncoder = model.folder.folderOf("image_encoder").ok();
  for (const fs::path& file : files) {
    if (const auto beside = encoderBeside(file)) return ImagePromptModel{file, *beside};
    if (hasEncoder) return ImagePromptModel{file, model.folder};
  }
  return std::nullopt;
}

std::optional<weights::Component> findPreviewDecoder(const InpaintModel& model, const completion::ModelFolders& folders) {
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
