#pragma once

#include <vector>

#include "core/neural/sampling/scheduler.h"
#include "core/neural/sampling/sigma_list.h"

namespace retailor::neural {

// What the exponential-integrator solvers share: a walk down a list of sigmas on the latent x = α·clean + σ'·noise with α = 1/√(σ² + 1), σ'
// = σα, and what the network answered at the last few steps.
class SolverScheduler : public Scheduler {
 public:
  at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const override;

 protected:
  // Half the logarithm of the signal-to-noise ratio, λ = ln α - ln σ', beside α and σ'. All F32 0-dim.
  struct Level {
    at::Tensor alpha, sigma, lambda;
  };

  // `noisiest`: one past the noisiest training timestep that may be visited.
  SolverScheduler(const SchedulerConfig& config, int steps, int noisiest, const SigmaHabits& habits);

  Level level(int index) const;
  int order() const { return *m_config.solverOrder; }
  void remember(at::Tensor converted);
  const at::Tensor& past(int back) const { return m_past[m_past.size() - 1 - static_cast<std::size_t>(back)]; }  // 0: the newest
  int remembered() const { return static_cast<int>(m_past.size()); }

 private:
  at::Tensor m_sigmas;
  std::vector<at::Tensor> m_past;  // newest last, at most order() of them
};

}  // namespace retailor::neural
