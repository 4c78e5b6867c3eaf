#pragma once

#include <ATen/core/Tensor.h>

#include "core/neural/sampling/scheduler_config.h"

namespace retailor::neural {

// How much noise each of the T training timesteps carries. All F32 on the CPU, computed in the reference's order of operations, so that it
// agrees to the bit (β_t of Ho et al. 2020; zero terminal SNR of Lin et al. 2024, algorithm 1).
struct NoiseSchedule {
  at::Tensor cumulative;  // ᾱ [T]: the product of 1 - β up to t
  at::Tensor sigmas;      // √((1 - ᾱ)/ᾱ) [T], growing
};

NoiseSchedule noiseSchedule(const SchedulerConfig& config);

}  // namespace retailor::neural
