#include "core/methods/diffusion/weight_hashes.h"

#include <mutex>
#include <stop_token>
#include <tuple>

#include "core/completion/hash.h"

namespace retailor::diffusion {
namespace {

namespace fs = std::filesystem;

std::string hashOf(const fs::path& file, const std::stop_token& stop) {
  using Key = std::tuple<std::string, std::uintmax_t, fs::file_time_type>;
  static std::mutex mutex;
  static std::map<Key, std::string> known;
  std::error_code ignored;
  const Key key{file.string(), fs::file_size(file, ignored), fs::last_write_time(file, ignored)};
  {
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(key); found != known.end()) return found->second;
  }
  const Result<std::string> hash = completion::sha256Of(file, stop);
  if (!hash || hash->empty()) return {};
  const std::lock_guard lock(mutex);
  return known[key] = *hash;
}

}  // namespace

std::vector<completion::RecipeWeights> weightHashes(const std::map<std::string, fs::path>& files, const std::stop_token& stop) {
  std::vector<completion::RecipeWeights> hashes;
  for (const auto& [part, file] : files) hashes.push_back({part + "/" + file.filename().string(), hashOf(file, stop)});
  return hashes;
}

}  // namespace retailor::diffusion
