#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// The number in a tensor of one floating or whole element; nothing for any other tensor.
std::optional<double> numberIn(const TensorView& tensor);

// The alphas that peft's settings in a file's metadata ("lora_adapter_metadata") give, for files without tensors for them.
class LoraMetadata {
 public:
  // MissingWeights when the metadata is there, but no JSON, or asks for DoRA.
  static Result<LoraMetadata> read(const WeightMap& file);

  // What alpha is for a layer of this rank; nothing where the metadata does not say. Rank-stabilised files (alpha / √rank) are turned into
  // the plain alpha with the same effect.
  std::optional<double> alphaOf(std::string_view component, std::string_view module, std::int64_t rank) const;

 private:
  struct Settings {
    std::optional<double> alpha;
    bool rankStabilised = false;
    std::map<std::string, double, std::less<>> pattern;  // by the end of a layer's path
  };
  std::map<std::string, Settings, std::less<>> m_settings;  // by component
};

}  // namespace retailor::weights
