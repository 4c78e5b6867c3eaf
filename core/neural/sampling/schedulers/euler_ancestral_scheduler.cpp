#include "core/neural/sampling/schedulers/euler_ancestral_scheduler.h"

#include <ATen/ATen.h>

namespace retailor::neural {
namespace {

// The reference's class knows neither other spreads of sigma nor another end than 0.
SchedulerConfig plain(SchedulerConfig config) {
  config.sigmaSpread = SigmaSpread::FromTimesteps;
  config.finalSigma = FinalSigma::Zero;
  config.logLinearSigmas = false;
  return config;
}

}  // namespace

using at::Tensor;

EulerAncestralScheduler::EulerAncestralScheduler(const SchedulerConfig& config, int steps) : EulerScheduler(plain(config), steps) {}

// At the last step, too, where its weight is 0: the reference's generator moves on by it.
bool EulerAncestralScheduler::drawsNoise(int) const { return true; }

Denoised EulerAncestralScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor& noise) {
  const Tensor from = sigma(index), to = sigma(index + 1);
  const Tensor up = (to.pow(2) * (from.pow(2) - to.pow(2)) / from.pow(2)).pow(0.5);
  const Tensor down = (to.pow(2) - up.pow(2)).pow(0.5);
  const Tensor clean = cleanOf(x, answer, index);
  const Tensor slope = (x - clean) / from;
  return {x + slope * (down - from) + noise * up, clean};
}

}  // namespace retailor::neural
