#pragma once

#include <span>

#include "core/methods/diffusion/prompt_tokens.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {

// Pictures (U8, 3 channels) as the tokens that MimicBrush looks at (Chen et al. 2024): the states of the last layer but one of the model's
// image encoder through its image projection, one picture's behind the other's. What stands for no picture are those of one whose
// normalised pixels are zeros. MissingWeights where the model has no such parts.
Result<PromptTokens> stateTokens(std::span<const image::Bitmap> pictures, bool guided, NetworkSet& networks, MemoryLadder& ladder);

}  // namespace retailor::diffusion
