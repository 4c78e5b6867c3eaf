#include "core/neural/sampling/schedulers/ddim_scheduler.h"

#include <ATen/ATen.h>

#include "core/neural/sampling/clean_prediction.h"
#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {

using at::Tensor;

DdimScheduler::DdimScheduler(const SchedulerConfig& config, int steps) : Scheduler(config), m_apart(config.trainTimesteps / steps) {
  setTimesteps(roundedTimesteps(config, steps));
}

Tensor DdimScheduler::noised(const Tensor& clean, const Tensor& noise, int index) const { return noisedAt(clean, noise, timestep(index)); }

bool DdimScheduler::drawsNoise(int) const { return m_config.eta > 0; }

Tensor DdimScheduler::cumulativeAfter(int index) const {
  const std::int64_t next = timestep(index) - m_apart;
  if (next >= 0) return m_schedule.cumulative[next];
  return *m_config.alphaOneAtEnd ? at::ones({}, at::kFloat) : m_schedule.cumulative[0];
}

Denoised DdimScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor& noise) {
  const Tensor now = m_schedule.cumulative[timestep(index)], after = cumulativeAfter(index);
  const Split parts = split(m_config.prediction, answer, x, now.pow(0.5), (1 - now).pow(0.5));
  const Tensor clean = bounded(m_config, parts.clean);
  const Tensor variance = (1 - after) / (1 - now) * (1 - now / after);
  const Tensor deviation = m_config.eta * variance.pow(0.5);
  Tensor next = after.pow(0.5) * clean + (1 - after - deviation.pow(2)).pow(0.5) * parts.noise;
  if (drawsNoise(index)) next = next + deviation * noise;
  return {next, clean};
}

}  // namespace retailor::neural
