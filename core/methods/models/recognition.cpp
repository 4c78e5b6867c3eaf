#include "core/methods/models/recognition.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/neural/weights/folder/attention_list.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::models {
namespace {

namespace fs = std::filesystem;
using weights::ModelFolder;

constexpr const char* attentionPart = "attention";

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

// The folder or one of the two around it: a file lies in "attention" of the folder that is named.
bool isNamedSo(const ModelFolder& folder, const std::vector<std::string>& names) {
  if (names.empty()) return true;
  fs::path place = folder.path();
  for (int up = 0; up < 3 && place.has_parent_path(); ++up, place = place.parent_path())
    if (std::ranges::count(names, place.filename().string()) > 0) return true;
  return false;
}

bool holdsAttentionList(const ModelFolder& folder) {
  if (folder.isSingleFile()) return folder.has(attentionPart);
  if (!folder.folderOf(attentionPart)) return false;
  const auto part = folder.component(attentionPart, weights::Precision::Fp32);
  return !part || weights::isAttentionList(part->weights);
}

// By its U-Net: what else a file lacks is told later.
bool holdsDictionaries(const BundleManifest& bundle, const fs::path& file) {
  const auto weights = weights::openWeights(file);
  const auto unet = bundle.dictionaries.find("unet");
  if (!weights || unet == bundle.dictionaries.end()) return false;
  const weights::TensorView* first = weights->find(unet->second + ".conv_in.weight");
  return first != nullptr && first->shape.size() == 4 && first->shape[1] == bundle.channels;
}

// Of a folder that is no part of a model.
std::vector<fs::path> looseFilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code problem;
  if (fs::exists(folder / "config.json", problem)) return files;
  for (auto at = fs::directory_iterator(folder, problem); !problem && at != fs::directory_iterator(); at.increment(problem))
    if (weights::isWeightFileName(at->path())) files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

fs::path fileOfDictionaries(const BundleManifest& bundle, const ModelFolder& folder) {
  if (!folder.pipelineClass().empty()) return {};
  std::vector<fs::path> files = folder.isSingleFile() ? std::vector{folder.checkpoint()} : looseFilesIn(folder.path());
  std::error_code problem;
  for (auto at = fs::directory_iterator(folder.path(), problem); !folder.isSingleFile() && !problem && at != fs::directory_iterator();
       at.increment(problem))
    if (std::error_code ignored; fs::is_directory(at->path(), ignored))
      std::ranges::copy(looseFilesIn(at->path()), std::back_inserter(files));
  const auto found = std::ranges::find_if(files, [&bundle](const fs::path& file) { return holdsDictionaries(bundle, file); });
  return found != files.end() ? *found : fs::path();
}

bool recognises(const BundleManifest& bundle, const ModelFolder& folder) {
  if (!isNamedSo(folder, bundle.folders)) return false;
  if (bundle.mark == BundleManifest::Mark::AttentionList) return holdsAttentionList(folder);
  if (bundle.mark == BundleManifest::Mark::Dictionaries) return !fileOfDictionaries(bundle, folder).empty();
  if (!folder.has("unet") || !folder.has("vae") || bundle.channels != channelsOf(folder)) return false;
  for (const std::string& part : bundle.has)
    if (!folder.folderOf(part)) return false;
  if (!folder.pipelineClass().empty()) return std::ranges::count(bundle.pipelines, folder.pipelineClass()) > 0;
  for (const std::string& part : bundle.parts)
    if (folder.isSingleFile() && isInFile(part) && !folder.has(part)) return false;
  return bundle.encoderClass.empty() || hasEncoder(folder, bundle.encoderClass);
}

bool isThere(const ModelFolder& folder, const std::string& part) {
  if (folder.borrows(part)) return true;
  if (folder.isSingleFile() && isInFile(part)) return folder.has(part);
  const auto place = folder.folderOf(part);
  if (folder.isSingleFile()) return part == "scheduler" || place.ok();
  if (!place) return false;
  return part == "tokenizer" || part == "scheduler" || !weights::weightFileIn(*place, weights::Precision::Fp32).file.empty();
}

}  // namespace retailor::models
