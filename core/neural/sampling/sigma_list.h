#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "core/neural/sampling/scheduler_config.h"

namespace retailor::neural {

// The noise levels that a solver in sigma walks down, and the timesteps that the network is told for them.
struct SigmaList {
  std::vector<double> timesteps;  // one per step
  at::Tensor sigmas;              // [steps + 1] F32 on the CPU; the last is where the run ends
};

// How a scheduler class departs from the others in small things.
struct SigmaHabits {
  bool endsFromTimesteps = false;     // Karras and exponential spreads go between the sigmas of the timesteps, not those of all training
  bool roundsKarrasTimesteps = true;  // to whole training timesteps
  bool leastIsOwnLast = false;        // final_sigmas_type sigma_min repeats the last sigma of a Karras or exponential spread
};

// `trained`: the sigmas of all training timesteps [T], growing. Karras: eq. 5 of Karras et al. 2022 with ρ = 7.
SigmaList sigmaList(const SchedulerConfig& config, const at::Tensor& trained, std::vector<double> timesteps, const SigmaHabits& habits);

}  // namespace retailor::neural
