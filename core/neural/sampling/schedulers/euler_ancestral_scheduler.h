#pragma once

#include "core/neural/sampling/schedulers/euler_scheduler.h"

namespace retailor::neural {

// Euler steps that go down further than asked and come back up with fresh noise.
class EulerAncestralScheduler final : public EulerScheduler {
 public:
  EulerAncestralScheduler(const SchedulerConfig& config, int steps);

  bool drawsNoise(int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;
};

}  // namespace retailor::neural
