#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/neural/weights/lora/lora_file.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::metrics {

// A peft adapter (Hu et al. 2021) over several networks: low-rank changes of their layers, told apart by the number in
// "base_model.model.extractor_list.<number>.model.<layer>.lora_A.weight". A value; the file stays mapped.
class Adapter {
 public:
  // `file` with adapter_config.json beside it. MissingWeights: either is missing or refused, or it changes more than Retailor computes.
  static Result<Adapter> read(const std::filesystem::path& file);

  // Adds the changes of network `number` to its weights, under its authors' names ("blocks.0.attn.qkv.weight"). MissingWeights: the adapter
  // has none for it, or they do not fit its layers.
  Result<void> mergeInto(weights::WeightMap& network, int number) const;

  std::int64_t networks() const;  // that it changes: the highest number and one

 private:
  std::filesystem::path m_file;
  std::map<int, std::vector<weights::LoraLayer>> m_layers;
};

}  // namespace retailor::metrics
