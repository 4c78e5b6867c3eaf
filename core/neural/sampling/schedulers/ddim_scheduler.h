#pragma once

#include "core/neural/sampling/scheduler.h"

namespace retailor::neural {

// Song, Meng, Ermon 2021, eq. 12 and 16. eta 0 draws no noise.
class DdimScheduler final : public Scheduler {
 public:
  DdimScheduler(const SchedulerConfig& config, int steps);

  at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const override;
  bool drawsNoise(int index) const override;
  Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) override;

 private:
  at::Tensor cumulativeAfter(int index) const;

  int m_apart;  // training timesteps between two steps
};

}  // namespace retailor::neural
