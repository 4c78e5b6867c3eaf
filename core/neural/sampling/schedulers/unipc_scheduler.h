#pragma once

#include "core/neural/sampling/schedulers/solver_scheduler.h"

namespace retailor::neural {

// UniPC (Zhao et al. 2023), B(h) of either kind: every step is predicted from the past answers, and corrected once the network has answered
// there.
class UniPcScheduler final : public SolverScheduler {
 public:
  UniPcScheduler(const SchedulerConfig& config, int steps);

  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;

 private:
  // The step from one level to another seen from `base`, the newest answer before it.
  struct Frame {
    Level from, to;
    at::Tensor hh, phi, b;  // ∓h, e^hh - 1, B(h)
  };
  // The system R·ρ = b of eq. 9, and the divided differences of older answers.
  struct Conditions {
    at::Tensor matrix, right;
    std::vector<at::Tensor> differences;
  };

  Frame frame(int from, int to) const;
  Conditions conditions(const Frame& frame, int from, int order, int newest) const;
  at::Tensor base(const Frame& frame, const at::Tensor& x, const at::Tensor& newest) const;
  at::Tensor predicted(const at::Tensor& x, int index) const;
  at::Tensor corrected(const at::Tensor& converted, int index) const;
  bool corrects(int index) const;

  int m_order = 1;          // of the step last predicted
  at::Tensor m_lastSample;  // where it began; undefined before the first
};

}  // namespace retailor::neural
