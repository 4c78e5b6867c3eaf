#pragma once

#include <string>
#include <string_view>

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// The one table of differences between the names in published files and the names the networks register, which are those of diffusers and
// transformers today:
// - autoencoders saved before mid-2023: attentions.0.query|key|value|proj_attn -> to_q|to_k|to_v|to_out.0, [C,C,1,1] squeezed to [C,C];
// - CLIP text models with or without "text_model.": always with it; image encoders likewise with "vision_model.";
// - buffers that carry nothing: embeddings.position_ids is dropped.
// Tensors that need none of it keep their names. Two tensors that end up under one name are refused.
Result<WeightMap> withCurrentNames(const WeightMap& weights);

// The current name of one tensor; empty for a buffer that is dropped. Without the prefixes, which need the whole set.
std::string currentName(std::string_view published);

}  // namespace retailor::weights
