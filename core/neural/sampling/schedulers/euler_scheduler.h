#pragma once

#include "core/neural/sampling/scheduler.h"

namespace retailor::neural {

// Euler's method on the probability flow in σ (Karras et al. 2022, algorithm 2 without churn): the latent is clean + σ·noise.
class EulerScheduler : public Scheduler {
 public:
  EulerScheduler(const SchedulerConfig& config, int steps);

  double initialSigma() const override;
  at::Tensor scaledInput(const at::Tensor& x, int index) const override;
  at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;

 protected:
  at::Tensor sigma(int index) const { return m_sigmas[index]; }  // count() + 1 of them, the last is 0
  at::Tensor cleanOf(const at::Tensor& x, const at::Tensor& answer, int index) const;

 private:
  at::Tensor m_sigmas;
};

}  // namespace retailor::neural
