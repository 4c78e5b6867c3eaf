#pragma once

#include "core/neural/sampling/schedulers/solver_scheduler.h"

namespace retailor::neural {

// DPM-Solver++ and DPM-Solver, multistep, of order 1 to 3 (Lu et al. 2022a, 2022b), and their stochastic kin. The "2M" of the command line
// is order 2 in data prediction with the midpoint rule.
class DpmSolverScheduler final : public SolverScheduler {
 public:
  DpmSolverScheduler(const SchedulerConfig& config, int steps);

  bool drawsNoise(int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;

 private:
  // Differences of the remembered answers: the newest, and estimates of the first and second derivative in λ.
  struct Differences {
    at::Tensor zeroth, first, second;
  };

  int orderAt(int index) const;
  Differences differences(int index, int order, const at::Tensor& h) const;
  at::Tensor cleanStep(const at::Tensor& x, int index, int order) const;                                     // dpmsolver++
  at::Tensor noiseStep(const at::Tensor& x, int index, int order) const;                                     // dpmsolver
  at::Tensor stochasticCleanStep(const at::Tensor& x, int index, int order, const at::Tensor& noise) const;  // sde-dpmsolver++
  at::Tensor stochasticNoiseStep(const at::Tensor& x, int index, int order, const at::Tensor& noise) const;  // sde-dpmsolver

  bool m_inClean;  // data prediction
  bool m_stochastic;
  bool m_heun;
};

}  // namespace retailor::neural
