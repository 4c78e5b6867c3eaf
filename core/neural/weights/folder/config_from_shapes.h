#pragma once

#include <string>
#include <string_view>

#include "core/neural/weights/weight_map.h"

namespace retailor::weights {

// The config.json that a component without one would have: what can be told from the shapes of its tensors, and for the rest what Stable
// Diffusion 1.5 has. `component` is "unet", "vae", "text_encoder", "image_encoder" or "scheduler"; "{}" for any other.
std::string configFromShapes(const WeightMap& weights, std::string_view component);

}  // namespace retailor::weights
