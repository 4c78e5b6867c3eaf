#pragma once

#include <map>
#include <string>

#include "core/neural/weights/weight_map.h"

namespace retailor::weights {

// The image encoder inside Paint by Example's single-file checkpoint, under the names of diffusers: its mapper's fused query-key-value rows
// are split in three. Empty when the checkpoint has none.
std::map<std::string, TensorView, std::less<>> exemplarEncoderOf(const WeightMap& checkpoint);

}  // namespace retailor::weights
