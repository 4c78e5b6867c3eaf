#pragma once

#include <filesystem>

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// The tensors of a sharded set, of safetensors or torch files, by its index {"weight_map": {tensor: file}}. Every shard must lie in the
// index's own folder and hold just what the index says. MissingWeights names the shard that is missing, or the entry that is not true.
Result<WeightMap> readShards(const std::filesystem::path& index);

}  // namespace retailor::weights
