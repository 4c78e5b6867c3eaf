#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// One component of a checkpoint in the original single-file layout of Stable Diffusion 1, under current names: "unet", "vae",
// "text_encoder", or, in Paint by Example's, "image_encoder". Averaged copies of the weights are left aside. MissingWeights when the file
// has no such component, or is of Stable Diffusion 2 or XL.
Result<WeightMap> componentOfCheckpoint(const WeightMap& checkpoint, std::string_view component);

// The components a checkpoint holds.
std::vector<std::string> componentsOfCheckpoint(const WeightMap& checkpoint);

}  // namespace retailor::weights
