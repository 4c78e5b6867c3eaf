#pragma once

#include "core/image/geometry.h"
#include "core/methods/diffusion/network_set.h"

namespace retailor::diffusion {

// What a model's depth guider makes of the depth of a picture that shows nothing, [1, n, h, w] F32 on the processor, for a window of this
// size (Chen et al. 2024, MimicBrush without the shape kept). The networks that measure depth say something even of such a picture: the map
// lies in the model's folder as depth_constant.safetensors, tensor "depth" [H, W]; where it does not, depth is 0 everywhere, which `say`
// tells. MissingWeights names a file that cannot be used.
Result<at::Tensor> depthChannels(image::Size window, NetworkSet& networks, MemoryLadder& ladder,
                                 const std::function<void(const std::string&)>& say);

}  // namespace retailor::diffusion
