#pragma once

#include <ATen/core/Tensor.h>

#include "core/neural/sampling/scheduler_config.h"

namespace retailor::neural {

// What a network's answer says about a noisy latent x = α·clean + σ·noise. `alpha` and `sigma`: F32, 0-dim.
struct Split {
  at::Tensor clean;
  at::Tensor noise;
};

// Velocity is v = α·noise - σ·clean (Salimans and Ho 2022).
Split split(Prediction prediction, const at::Tensor& answer, const at::Tensor& x, const at::Tensor& alpha, const at::Tensor& sigma);

// The clean latent held in bounds where the config wants it: dynamic thresholding (Saharia et al. 2022, section 2.3) or a plain clip.
at::Tensor bounded(const SchedulerConfig& config, const at::Tensor& clean);

// Dynamic thresholding only: the solvers in sigma know no plain clip.
at::Tensor thresholded(const SchedulerConfig& config, const at::Tensor& clean);

}  // namespace retailor::neural
