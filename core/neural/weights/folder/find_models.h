#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace retailor::weights {

// Why a folder is searched, in the order of the search.
enum class SearchedBecause { Asked, Environment, Preferences, HubCache, DataFolder };

struct SearchedFolder {
  std::filesystem::path path;
  SearchedBecause because = SearchedBecause::Asked;
};

// --model, then RETAILOR_MODELS (folders separated by colons), the preferences, the hub cache ($HF_HUB_CACHE, $HUGGINGFACE_HUB_CACHE,
// $HF_HOME/hub, $XDG_CACHE_HOME/huggingface/hub, ~/.cache/huggingface/hub) and the data folder ($XDG_DATA_HOME/retailor/models or
// ~/.local/share/retailor/models). Folders that do not exist are kept: a list of what was searched is what a user needs when nothing is
// found.
std::vector<SearchedFolder> modelSearchPath(const std::vector<std::filesystem::path>& asked,
                                            const std::vector<std::filesystem::path>& preferences);

// Where models are fetched to, and the last place searched.
std::filesystem::path dataFolder();

struct FoundModel {
  std::string name;            // "org/name" from a hub cache, else the folder's or file's name
  std::filesystem::path path;  // to be opened with ModelFolder::open
  std::string kind;            // "StableDiffusionInpaintPipeline", "checkpoint", "LoRA", "IP-Adapter", "human parser", "vae", "parts"
  SearchedBecause because = SearchedBecause::Asked;
};

// The models on the search path, in its order; each of its folders is one model, or holds models no more than two folders deep. Only
// settings and headers are read. Folders that cannot be read are passed over; symbolic links that lead in circles end there.
std::vector<FoundModel> findModels(const std::vector<SearchedFolder>& searchPath);

}  // namespace retailor::weights
