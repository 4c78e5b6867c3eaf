#pragma once

#include "core/completion/completion_request.h"
#include "core/composite/crop_window.h"
#include "core/methods/diffusion/network_set.h"

namespace retailor::diffusion {

// What the model's `part` makes of the request's pose picture inside the window, [1, C, h, w] F32 on the processor, to be added to the
// U-Net's first map; an undefined tensor where no pose is given. MissingWeights where the model lacks the part.
Result<at::Tensor> poseMap(const completion::CompletionRequest& request, const composite::CropWindow& window, const std::string& part,
                           NetworkSet& networks, MemoryLadder& ladder);

}  // namespace retailor::diffusion
