#include "core/neural/sampling/schedulers/ddpm_scheduler.h"

#include <ATen/ATen.h>

#include "core/neural/sampling/clean_prediction.h"
#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {

using at::Tensor;

DdpmScheduler::DdpmScheduler(const SchedulerConfig& config, int steps) : Scheduler(config) {
  setTimesteps(roundedTimesteps(config, steps));
}

Tensor DdpmScheduler::noised(const Tensor& clean, const Tensor& noise, int index) const { return noisedAt(clean, noise, timestep(index)); }

bool DdpmScheduler::drawsNoise(int index) const { return timestep(index) > 0; }

Tensor DdpmScheduler::deviation(const Tensor& now, const Tensor& after) const {
  const Tensor beta = 1 - now / after;
  if (m_config.varianceType == "fixed_large") return beta.pow(0.5);
  const Tensor variance = ((1 - after) / (1 - now) * beta).clamp_min(1e-20);
  return m_config.varianceType == "fixed_small_log" ? (0.5 * variance.log()).exp() : variance.pow(0.5);
}

Denoised DdpmScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor& noise) {
  const Tensor now = m_schedule.cumulative[timestep(index)];
  const Tensor after = index + 1 < count() ? m_schedule.cumulative[timestep(index + 1)] : at::ones({}, at::kFloat);
  const Tensor kept = now / after;  // α of the steps taken as one
  const Tensor clean = bounded(m_config, split(m_config.prediction, answer, x, now.pow(0.5), (1 - now).pow(0.5)).clean);
  const Tensor ofClean = after.pow(0.5) * (1 - kept) / (1 - now);
  const Tensor ofSample = kept.pow(0.5) * (1 - after) / (1 - now);
  Tensor next = ofClean * clean + ofSample * x;
  if (drawsNoise(index)) next = next + deviation(now, after) * noise;
  return {next, clean};
}

}  // namespace retailor::neural
