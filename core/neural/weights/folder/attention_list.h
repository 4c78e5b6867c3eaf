#pragma once

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// Whether a file holds nothing but the layers of a list, "<number>.<parameter>", attention layers among them.
bool isAttentionList(const WeightMap& file);

// A U-Net's weights under current names with the self-attention of a list in place of its own, as CatVTON is published (Chong et al. 2024):
// the keys are "<number>.<parameter>", and the numbers that have a query, in ascending order, are the U-Net's self-attention layers on the
// way down, on the way up and in the middle. Other entries of the list are passed over. MissingWeights names the list and what it lacks or
// which of its tensors has another shape.
Result<WeightMap> withAttentionList(const WeightMap& unet, const WeightMap& list);

}  // namespace retailor::weights
