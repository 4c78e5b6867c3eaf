#include "core/neural/sampling/noise_schedule.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numbers>

namespace retailor::neural {
namespace {

using at::Tensor;

// Nichol and Dhariwal 2021, eq. 17.
Tensor squaredCosine(int count) {
  const auto kept = [](double share) { return std::pow(std::cos((share + 0.008) / 1.008 * std::numbers::pi / 2), 2); };
  Tensor betas = at::empty({count}, at::kFloat);
  float* out = betas.data_ptr<float>();
  for (int i = 0; i < count; ++i)
    out[i] = static_cast<float>(std::min(1 - kept((i + 1.0) / count) / kept(static_cast<double>(i) / count), 0.999));
  return betas;
}

Tensor betasOf(const SchedulerConfig& config) {
  if (!config.trainedBetas.empty()) return at::tensor(config.trainedBetas, at::kFloat);
  const int count = config.trainTimesteps;
  switch (config.betaSchedule) {
    case BetaSchedule::Linear: return at::linspace(config.betaStart, config.betaEnd, count, at::kFloat);
    case BetaSchedule::ScaledLinear: return at::linspace(std::sqrt(config.betaStart), std::sqrt(config.betaEnd), count, at::kFloat).pow(2);
    case BetaSchedule::SquaredCosine: break;
  }
  return squaredCosine(count);
}

Tensor withZeroTerminalSnr(const Tensor& betas) {
  Tensor root = at::cumprod(1.0 - betas, 0).sqrt();
  const Tensor first = root[0].clone(), last = root[-1].clone();
  root = (root - last) * (first / (first - last));
  const Tensor cumulative = root.pow(2);
  const Tensor alphas = at::cat({cumulative.slice(0, 0, 1), cumulative.slice(0, 1) / cumulative.slice(0, 0, -1)});
  return 1 - alphas;
}

bool solvesInSigma(SchedulerKind kind) {
  using enum SchedulerKind;
  return kind == Euler || kind == EulerAncestral || kind == DpmSolver || kind == UniPc;
}

}  // namespace

NoiseSchedule noiseSchedule(const SchedulerConfig& config) {
  Tensor betas = betasOf(config);
  // The reference's PNDM does not know the setting.
  if (config.zeroTerminalSnr && config.kind != SchedulerKind::Pndm) betas = withZeroTerminalSnr(betas);
  NoiseSchedule schedule;
  schedule.cumulative = at::cumprod(1.0 - betas, 0);
  // Not quite zero, so that the first sigma stays finite.
  if (config.zeroTerminalSnr && solvesInSigma(config.kind)) schedule.cumulative[-1].fill_(std::ldexp(1.0, -24));
  schedule.sigmas = ((1 - schedule.cumulative) / schedule.cumulative).pow(0.5);
  return schedule;
}

}  // namespace retailor::neural
