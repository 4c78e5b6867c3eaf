#pragma once

#include <functional>
#include <string>

#include "core/neural/tensor/placement.h"

namespace retailor::benchmark {

// A network at full size with weights made up from their names, and an input: run() computes once and gives the output.
using TimedCase = std::function<at::Tensor()>;

// U1, U2: the 9-channel U-Net on 64x64 latents, one or two at a time, 77 tokens of text projected beforehand. V1, V2: the autoencoder,
// decoding and encoding 512x512. C1: the text encoder. P1: a whole completion of 512x512 with guidance, its text aside: 2 steps of DPM++ 2M
// on the processor, 20 on CUDA. Empty for another name.
TimedCase timedCase(const std::string& name, const neural::Placement& placement);

}  // namespace retailor::benchmark
