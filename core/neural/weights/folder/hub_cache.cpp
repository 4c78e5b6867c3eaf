#include "core/neural/weights/folder/hub_cache.h"

#include <cstdlib>
#include <fstream>
#include <system_error>

namespace retailor::weights {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view repositoryStart = "models--";

fs::path pathInVariable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// A commit is a plain name: anything else in refs/main could lead elsewhere.
std::string mainCommit(const fs::path& repository) {
  std::ifstream stream(repository / "refs" / "main");
  std::string commit(64, '\0');
  stream.read(commit.data(), static_cast<std::streamsize>(commit.size()));
  commit.resize(static_cast<std::size_t>(stream.gcount()));
  while (!commit.empty() && std::isspace(static_cast<unsigned char>(commit.back())) != 0) commit.pop_back();
  return commit.find_first_not_of("0123456789abcdef") == std::string::npos ? commit : std::string();
}

std::optional<fs::path> newest(const fs::path& snapshots) {
  std::optional<fs::path> best;
  fs::file_time_type bestTime;
  std::error_code problem;
  for (auto at = fs::directory_iterator(snapshots, problem); !problem && at != fs::directory_iterator(); at.increment(problem)) {
    std::error_code ignored;
    const auto time = fs::last_write_time(at->path(), ignored);
    if (!fs::is_directory(at->path(), ignored) || (best && time <= bestTime)) continue;
    best = at->path();
    bestTime = time;
  }
  return best;
}

}  // namespace

fs::path hubCacheFolder() {
  for (const char* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
    if (fs::path folder = pathInVariable(name); !folder.empty()) return folder;
  if (const fs::path home = pathInVariable("HF_HOME"); !home.empty()) return home / "hub";
  if (const fs::path cache = pathInVariable("XDG_CACHE_HOME"); !cache.empty()) return cache / "huggingface" / "hub";
  return pathInVariable("HOME") / ".cache" / "huggingface" / "hub";
}

std::string hubNameOf(const fs::path& repository) {
  std::string name = repository.filename().string();
  if (!name.starts_with(repositoryStart)) return {};
  name.erase(0, repositoryStart.size());
  if (const std::size_t dashes = name.find("--"); dashes != std::string::npos) name.replace(dashes, 2, "/");
  return name;
}

std::optional<fs::path> snapshotOf(const fs::path& repository) {
  std::error_code ignored;
  const std::string commit = mainCommit(repository);
  if (!commit.empty() && fs::is_directory(repository / "snapshots" / commit, ignored)) return repository / "snapshots" / commit;
  return newest(repository / "snapshots");
}

}  // namespace retailor::weights
