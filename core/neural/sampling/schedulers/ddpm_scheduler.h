#pragma once

#include "core/neural/sampling/scheduler.h"

namespace retailor::neural {

// Ancestral sampling of Ho et al. 2020, eq. 7, with the steps that lie between two chosen timesteps taken as one.
class DdpmScheduler final : public Scheduler {
 public:
  DdpmScheduler(const SchedulerConfig& config, int steps);

  at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const override;
  bool drawsNoise(int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;

 private:
  at::Tensor deviation(const at::Tensor& now, const at::Tensor& after) const;
};

}  // namespace retailor::neural
