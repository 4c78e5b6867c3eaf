#include "core/neural/weights/safetensors/shard_index.h"

#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::weights {
namespace {

using Json = nlohmann::json;
using TensorsOfShard = std::map<std::string, std::vector<std::string>>;

// A name in the index's own folder, and nowhere else.
bool isPlainName(const std::string& name) {
  return !name.empty() && name != "." && name.find("..") == std::string::npos &&
         name.find_first_of(std::string("/\\\0", 3)) == std::string::npos;
}

Result<TensorsOfShard> shardsIn(const Json& settings, const std::filesystem::path& index) {
  const auto map = settings.find("weight_map");
  if (map == settings.end() || !map->is_object()) return refused(index, "it has no weight_map, so it is no index of shards");
  TensorsOfShard shards;
  for (const auto& [tensor, shard] : map->items()) {
    if (!shard.is_string() || !isPlainName(shard.get<std::string>()))
      return refused(index, "it places the tensor “" + shown(tensor) + "” outside its own folder");
    shards[shard.get<std::string>()].push_back(tensor);
  }
  return shards;
}

Result<void> takeShard(WeightMap& all, const std::filesystem::path& file, const std::vector<std::string>& tensors) {
  if (file.extension() == ".json") return refused(all.file, "it names another index as a shard");
  Result<WeightMap> shard = openWeights(file);
  if (!shard) return shard.failure();
  for (const std::string& name : tensors) {
    const TensorView* tensor = shard->find(name);
    if (tensor == nullptr)
      return refused(file, "the tensor “" + shown(name) + "” is not in it, where " + quoted(all.file.filename()) + " says it is");
    all.tensors.emplace(name, *tensor);
  }
  return {};
}

}  // namespace

Result<WeightMap> readShards(const std::filesystem::path& index) {
  const Result<Json> settings = readSettings(index);
  if (!settings) return settings.failure();
  const Result<TensorsOfShard> shards = shardsIn(*settings, index);
  if (!shards) return shards.failure();
  WeightMap all{{}, {}, index};
  for (const auto& [name, tensors] : *shards)
    if (auto taken = takeShard(all, index.parent_path() / name, tensors); !taken) return taken.failure();
  return all;
}

}  // namespace retailor::weights
