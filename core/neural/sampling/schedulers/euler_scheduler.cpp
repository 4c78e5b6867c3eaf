#include "core/neural/sampling/schedulers/euler_scheduler.h"

#include <ATen/ATen.h>

#include "core/neural/sampling/sigma_list.h"
#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {

using at::Tensor;

EulerScheduler::EulerScheduler(const SchedulerConfig& config, int steps) : Scheduler(config) {
  const SigmaHabits habits{.endsFromTimesteps = true, .roundsKarrasTimesteps = false};
  SigmaList list = sigmaList(config, m_schedule.sigmas, eulerTimesteps(config, steps), habits);
  m_sigmas = list.sigmas;
  setTimesteps(list.timesteps, true);
}

double EulerScheduler::initialSigma() const {
  const Tensor most = m_sigmas.max();
  return (m_config.spacing == Spacing::Leading ? (most.pow(2) + 1).pow(0.5) : most).item<double>();
}

Tensor EulerScheduler::scaledInput(const Tensor& x, int index) const { return x / (sigma(index).pow(2) + 1).pow(0.5); }

Tensor EulerScheduler::noised(const Tensor& clean, const Tensor& noise, int index) const { return clean + noise * sigma(index); }

// The answer belongs to the scaled latent, whose α is 1/√(σ² + 1).
Tensor EulerScheduler::cleanOf(const Tensor& x, const Tensor& answer, int index) const {
  const Tensor level = sigma(index);
  if (m_config.prediction == Prediction::Clean) return answer;
  if (m_config.prediction == Prediction::Noise) return x - level * answer;
  return answer * (-level / (level.pow(2) + 1).pow(0.5)) + x / (level.pow(2) + 1);
}

Denoised EulerScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor&) {
  const Tensor clean = cleanOf(x, answer, index);
  const Tensor slope = (x - clean) / sigma(index);
  return {x + slope * (sigma(index + 1) - sigma(index)), clean};
}

}  // namespace retailor::neural
