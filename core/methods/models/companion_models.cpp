#include "core/methods/models/companion_models.h"

#include <algorithm>

#include "core/neural/weights/folder/find_models.h"

namespace retailor::models {
namespace {

namespace fs = std::filesystem;
using weights::FoundModel;
using weights::ModelFolder;
using weights::SearchedBecause;

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
    if (found.kind == "vae") places.push_back(found.path);
  for (const fs::path& place : places) {
    const auto folder = ModelFolder::open(place);
    const auto config = folder ? folder->configOf("vae") : Result<std::string>(folder.failure());
    if (!config || config->find("\"AutoencoderTiny\"") == std::string::npos) continue;
    if (const auto component = folder->component("vae", weights::Precision::Fp32)) return *component;
  }
  return std::nullopt;
}

}  // namespace retailor::models
