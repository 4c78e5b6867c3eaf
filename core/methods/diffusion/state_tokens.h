#pragma once

#include <cstddef>
#include <vector>

#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/memory_ladder.h"
#include "core/methods/diffusion/prompt_tokens.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {

struct StatePicture {
  std::size_t reference = 0;  // its index in the request
  image::Bitmap picture;      // U8, 3 channels
};

// Pictures as the tokens that MimicBrush looks at (Chen et al. 2024): the states of the last layer but one of the model's image encoder
// through its image projection, one picture's behind the other's. What stands for no picture are those of one whose normalised pixels are
// zeros. The networks are loaded only where a picture is not known from an earlier run. MissingWeights where the model has no such parts.
Result<PromptTokens> stateTokens(const std::vector<StatePicture>& pictures, bool guided, NetworkSet& networks, MemoryLadder& ladder,
                                 ReferencesOfRun& known);

}  // namespace retailor::diffusion
