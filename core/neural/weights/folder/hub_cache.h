#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace retailor::weights {

// The cache of Hugging Face's hub on this machine, by the variables its own library heeds.
std::filesystem::path hubCacheFolder();

// "org/name" for a folder "models--org--name"; empty for any other name.
std::string hubNameOf(const std::filesystem::path& repository);

// Where a repository of the cache keeps its files: the snapshot that refs/main names, else the newest one. Nothing where there is none. A
// snapshot may lack files that were never downloaded.
std::optional<std::filesystem::path> snapshotOf(const std::filesystem::path& repository);

}  // namespace retailor::weights
