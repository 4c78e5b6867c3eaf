#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/neural/weights/weight_map.h"

namespace retailor::weights {

// What one tensor of a LoRA file is, by the end of its name.
enum class LoraRole { Down, Up, Alpha, Foreign };  // Foreign: none of ours

struct LoraTensorName {
  std::string stem;  // the layer as the file names it
  LoraRole role = LoraRole::Foreign;
};
LoraTensorName loraTensorName(std::string_view name);

// Why a tensor of that name makes the whole file unusable (another kind of adapter, another model); empty when it does not. Without a full
// stop.
std::string reasonToRefuse(std::string_view name);

// A layer of the model that a LoRA can change.
struct LoraTarget {
  std::string component;
  std::string module;
};

// Every way in which the published kinds of files name the layers of these weights, to the layer: made from the layers' paths, never by
// taking the files' names apart.
std::map<std::string, LoraTarget, std::less<>> loraTargets(const WeightMap& unet, const WeightMap& textEncoder);

}  // namespace retailor::weights
