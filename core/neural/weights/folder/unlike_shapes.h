#pragma once

#include <string>

#include "core/neural/weights/weight_map.h"

namespace retailor::weights {

// The first two tensors of a network of Stable Diffusion's kinds that cannot work together, because a side that they share differs, as the
// end of a sentence: "its tensors “conv_in.weight” and “conv_in.bias” do not fit each other ([320, 9, 3, 3] and [640])". Empty where all
// fit. Names are current ones (weight_names.h).
std::string unlikeShapes(const WeightMap& weights);

}  // namespace retailor::weights
