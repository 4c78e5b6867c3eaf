#pragma once

#include "core/neural/sampling/scheduler.h"

namespace retailor::neural {

// Multistep consistency sampling for distilled networks (Luo et al. 2023): every step jumps to a clean latent and noises it again.
class ConsistencyScheduler final : public Scheduler {
 public:
  ConsistencyScheduler(const SchedulerConfig& config, int steps);

  at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const override;
  bool drawsNoise(int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;
};

}  // namespace retailor::neural
