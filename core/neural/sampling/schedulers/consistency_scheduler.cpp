#include "core/neural/sampling/schedulers/consistency_scheduler.h"

#include <ATen/ATen.h>

#include <cmath>

#include "core/neural/sampling/clean_prediction.h"
#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {

using at::Tensor;

ConsistencyScheduler::ConsistencyScheduler(const SchedulerConfig& config, int steps) : Scheduler(config) {
  setTimesteps(consistencyTimesteps(config, steps));
}

Tensor ConsistencyScheduler::noised(const Tensor& clean, const Tensor& noise, int index) const {
  return noisedAt(clean, noise, timestep(index));
}

bool ConsistencyScheduler::drawsNoise(int index) const { return index != count() - 1; }

Denoised ConsistencyScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor& noise) {
  const Tensor now = m_schedule.cumulative[timestep(index)];
  const Tensor predicted = bounded(m_config, split(m_config.prediction, answer, x, now.sqrt(), (1 - now).sqrt()).clean);
  // Boundary condition: at timestep 0 the answer is the sample itself (σ_data = 0.5).
  const double scaled = static_cast<double>(timestep(index)) * m_config.timestepScaling;
  const double ofSample = 0.25 / (scaled * scaled + 0.25), ofPredicted = scaled / std::sqrt(scaled * scaled + 0.25);
  const Tensor clean = ofPredicted * predicted + ofSample * x;
  if (!drawsNoise(index)) return {clean, clean};
  return {noisedAt(clean, noise, timestep(index + 1)), clean};
}

}  // namespace retailor::neural
