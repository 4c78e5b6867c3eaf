#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/neural/weights/tensor_view.h"

namespace retailor::weights {

// Named tensors, in the order of their names. Made by openWeights and friends; a value, cheap enough to copy.
struct WeightMap {
  std::map<std::string, TensorView, std::less<>> tensors;
  std::map<std::string, std::string, std::less<>> metadata;  // what the file says of itself, for instance a LoRA's ranks
  std::filesystem::path file;                                // where they come from (an index, where there are shards): for sentences

  const TensorView* find(std::string_view name) const;  // nullptr: there is none of that name

  // The tensors whose name starts with `prefix`, without it: under("unet.").
  WeightMap under(std::string_view prefix) const;

  // The element type that most of the bytes are in: what a user calls the file's precision. F32 where there are no tensors.
  Element mostlyIn() const;
  std::uintmax_t byteCount() const;
};

}  // namespace retailor::weights
