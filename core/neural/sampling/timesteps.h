#pragma once

#include <vector>

#include "core/neural/sampling/scheduler_config.h"

namespace retailor::neural {

// Which training timesteps a run of `steps` visits, from much noise to little (table 2 of Lin et al. 2024, as diffusers rounds it). Whole
// numbers, but for Euler's linspace. 1 <= steps <= trainTimesteps.

// DDIM, DDPM, PNDM: `steps` entries, rounded.
std::vector<double> roundedTimesteps(const SchedulerConfig& config, int steps);

// Euler: `steps` entries as F32 knows them, linspace unrounded.
std::vector<double> eulerTimesteps(const SchedulerConfig& config, int steps);

// DPM-Solver and UniPC: of steps + 1 places the last, nearest to the clean picture, is left out. `last`: one past the noisiest timestep.
std::vector<double> solverTimesteps(const SchedulerConfig& config, int steps, int last);

// LCM: an even choice among the timesteps that the model was distilled on. Needs steps <= originalSteps.
std::vector<double> consistencyTimesteps(const SchedulerConfig& config, int steps);

// start, …, stop in `count` even places, as numpy spaces them.
std::vector<double> evenly(double start, double stop, int count);

}  // namespace retailor::neural
