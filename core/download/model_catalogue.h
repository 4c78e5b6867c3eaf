#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/download/content_hash.h"
#include "core/result.h"

namespace retailor::download {

struct CatalogueFile {
  std::string path;         // in the repository, and in the folder it is fetched into: "unet/config.json"
  ContentHash hash;         // unknown: the one that the server tells is held against
  bool isOptional = false;  // some copies of the model go without it
};

// A model that can be asked for by name.
struct CatalogueModel {
  std::string name;        // "inpainting"
  std::string purpose;     // a few words
  std::string repository;  // "org/name" on the hub
  std::string revision;    // a branch, a commit or "refs/pr/3"
  std::string licence;     // the hub's word for it
  std::vector<CatalogueFile> files;
};

// The models known to this version, all published by others.
std::vector<CatalogueModel> knownModels();

// A user's own list: {"models": [{"name", "purpose", "repository", "revision", "licence", "files": [{"path", "sha256", "optional"}]}]}.
// MissingWeights when it is no such list, or names a path outside the model's folder.
Result<std::vector<CatalogueModel>> readCatalogue(const std::filesystem::path& file);

}  // namespace retailor::download
