#pragma once

#include <vector>

#include "core/neural/sampling/scheduler.h"

namespace retailor::neural {

// Pseudo linear multistep (Liu et al. 2022, eq. 9 to 13). Models of the Stable Diffusion family skip the Runge-Kutta steps at the start and
// take the second place twice instead; others spend their first twelve calls on three of those.
class PndmScheduler final : public Scheduler {
 public:
  PndmScheduler(const SchedulerConfig& config, int steps);

  at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;

 private:
  at::Tensor rungeKuttaStep(const at::Tensor& x, const at::Tensor& answer, int index);
  at::Tensor multistep(const at::Tensor& x, const at::Tensor& answer, int index);
  at::Tensor blendedAnswer(const at::Tensor& answer) const;
  at::Tensor cumulativeAt(std::int64_t timestep) const;
  // x at timestep `from` carried to `to` by an answer (eq. 9).
  at::Tensor carried(const at::Tensor& x, std::int64_t from, std::int64_t to, const at::Tensor& answer) const;

  int m_apart;
  int m_rungeKuttaCalls = 0;
  int m_calls = 0;
  std::vector<at::Tensor> m_answers;  // newest last, at most four
  at::Tensor m_sum;                   // of a Runge-Kutta step's answers so far
  at::Tensor m_start;                 // the latent that such a step, or the doubled place, began with
};

}  // namespace retailor::neural
