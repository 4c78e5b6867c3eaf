#include "core/neural/sampling/clean_prediction.h"

#include <ATen/ATen.h>

namespace retailor::neural {

using at::Tensor;

Split split(Prediction prediction, const Tensor& answer, const Tensor& x, const Tensor& alpha, const Tensor& sigma) {
  switch (prediction) {
    case Prediction::Noise: return {(x - sigma * answer) / alpha, answer};
    case Prediction::Velocity: return {alpha * x - sigma * answer, alpha * answer + sigma * x};
    case Prediction::Clean: break;
  }
  return {answer, (x - alpha * answer) / sigma};
}

Tensor thresholded(const SchedulerConfig& config, const Tensor& clean) {
  if (!config.thresholding) return clean;
  const Tensor flat = clean.flatten(1);
  const Tensor bound = at::quantile(flat.abs(), config.thresholdQuantile, 1).clamp(1.0, config.thresholdMost).unsqueeze(1);
  return (at::clamp(flat, -bound, bound) / bound).view_as(clean);
}

Tensor bounded(const SchedulerConfig& config, const Tensor& clean) {
  if (config.thresholding) return thresholded(config, clean);
  return config.clipSample.value_or(false) ? clean.clamp(-config.clipRange, config.clipRange) : clean;
}

}  // namespace retailor::neural
