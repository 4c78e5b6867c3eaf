#include "core/neural/sampling/schedulers/solver_scheduler.h"

#include <ATen/ATen.h>

#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {

using at::Tensor;

SolverScheduler::SolverScheduler(const SchedulerConfig& config, int steps, int noisiest, const SigmaHabits& habits) : Scheduler(config) {
  SigmaList list = sigmaList(config, m_schedule.sigmas, solverTimesteps(config, steps, noisiest), habits);
  m_sigmas = list.sigmas;
  setTimesteps(list.timesteps);
}

SolverScheduler::Level SolverScheduler::level(int index) const {
  const Tensor sigma = m_sigmas[index];
  const Tensor alpha = 1 / (sigma.pow(2) + 1).pow(0.5);
  const Tensor scaled = sigma * alpha;
  return {alpha, scaled, alpha.log() - scaled.log()};
}

Tensor SolverScheduler::noised(const Tensor& clean, const Tensor& noise, int index) const {
  const Level at = level(index);
  return at.alpha * clean + at.sigma * noise;
}

void SolverScheduler::remember(Tensor converted) {
  if (remembered() == order()) m_past.erase(m_past.begin());
  m_past.push_back(std::move(converted));
}

}  // namespace retailor::neural
