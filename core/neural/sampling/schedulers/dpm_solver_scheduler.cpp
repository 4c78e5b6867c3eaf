#include "core/neural/sampling/schedulers/dpm_solver_scheduler.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/neural/sampling/clean_prediction.h"

namespace retailor::neural {
namespace {

using at::Tensor;

// Timesteps with too little signal are left out where the config says so: needed by cosine schedules.
int noisiest(const SchedulerConfig& config) {
  const Tensor cumulative = noiseSchedule(config).cumulative;
  const Tensor lambda = cumulative.sqrt().log() - (1 - cumulative).sqrt().log();
  return config.trainTimesteps - static_cast<int>((lambda < config.leastLambda).sum().item<std::int64_t>());
}

}  // namespace

DpmSolverScheduler::DpmSolverScheduler(const SchedulerConfig& config, int steps)
    : SolverScheduler(config, steps, noisiest(config), {.roundsKarrasTimesteps = config.betaSchedule != BetaSchedule::SquaredCosine}),
      m_inClean(config.algorithm.ends_with("++")),
      m_stochastic(config.algorithm.starts_with("sde")),
      m_heun(config.solverType == "heun") {}

bool DpmSolverScheduler::drawsNoise(int) const { return m_stochastic; }

// The last steps of a short run, and the one that ends at σ = 0, go at lower order for stability.
int DpmSolverScheduler::orderAt(int index) const {
  const bool shortRun = m_config.lowerOrderFinal && count() < 15;
  const bool last = index == count() - 1;
  if (last && (m_config.eulerAtFinal || shortRun || m_config.finalSigma == FinalSigma::Zero)) return 1;
  const bool lastButOne = index == count() - 2 && shortRun;
  return std::min({order(), remembered(), lastButOne ? 2 : 3});
}

DpmSolverScheduler::Differences DpmSolverScheduler::differences(int index, int order, const Tensor& h) const {
  Differences d{past(0), {}, {}};
  if (order == 1) return d;
  const Tensor now = level(index).lambda, before = level(index - 1).lambda;
  const Tensor r0 = (now - before) / h;
  d.first = (1.0 / r0) * (past(0) - past(1));
  if (order == 2) return d;
  const Tensor r1 = (before - level(index - 2).lambda) / h;
  const Tensor older = (1.0 / r1) * (past(1) - past(2));
  d.second = (1.0 / (r0 + r1)) * (d.first - older);
  d.first = d.first + (r0 / (r0 + r1)) * (d.first - older);
  return d;
}

Tensor DpmSolverScheduler::cleanStep(const Tensor& x, int index, int order) const {
  const Level from = level(index), to = level(index + 1);
  const Tensor h = to.lambda - from.lambda, decay = at::exp(-h) - 1.0;
  const Differences d = differences(index, order, h);
  Tensor next = (to.sigma / from.sigma) * x - (to.alpha * decay) * d.zeroth;
  if (order == 2 && !m_heun) next = next - 0.5 * (to.alpha * decay) * d.first;
  if (order == 3 || (order == 2 && m_heun)) next = next + (to.alpha * (decay / h + 1.0)) * d.first;
  if (order == 3) next = next - (to.alpha * ((at::exp(-h) - 1.0 + h) / h.pow(2) - 0.5)) * d.second;
  return next;
}

Tensor DpmSolverScheduler::noiseStep(const Tensor& x, int index, int order) const {
  const Level from = level(index), to = level(index + 1);
  const Tensor h = to.lambda - from.lambda, growth = at::exp(h) - 1.0;
  const Differences d = differences(index, order, h);
  Tensor next = (to.alpha / from.alpha) * x - (to.sigma * growth) * d.zeroth;
  if (order == 2 && !m_heun) next = next - 0.5 * (to.sigma * growth) * d.first;
  if (order == 3 || (order == 2 && m_heun)) next = next - (to.sigma * (growth / h - 1.0)) * d.first;
  if (order == 3) next = next - (to.sigma * ((growth - h) / h.pow(2) - 0.5)) * d.second;
  return next;
}

Tensor DpmSolverScheduler::stochasticCleanStep(const Tensor& x, int index, int order, const Tensor& noise) const {
  const Level from = level(index), to = level(index + 1);
  const Tensor h = to.lambda - from.lambda, gone = 1.0 - at::exp(-2.0 * h);
  const Differences d = differences(index, order, h);
  Tensor next = (to.sigma / from.sigma * at::exp(-h)) * x + (to.alpha * gone) * d.zeroth;
  if (order == 2 && !m_heun) next = next + 0.5 * (to.alpha * gone) * d.first;
  if (order == 3 || (order == 2 && m_heun)) next = next + (to.alpha * (gone / (-2.0 * h) + 1.0)) * d.first;
  if (order == 3) next = next + (to.alpha * ((gone - 2.0 * h) / (2.0 * h).pow(2) - 0.5)) * d.second;
  return next + to.sigma * gone.sqrt() * noise;
}

Tensor DpmSolverScheduler::stochasticNoiseStep(const Tensor& x, int index, int order, const Tensor& noise) const {
  const Level from = level(index), to = level(index + 1);
  const Tensor h = to.lambda - from.lambda, growth = at::exp(h) - 1.0;
  const Differences d = differences(index, order, h);
  Tensor next = (to.alpha / from.alpha) * x - 2.0 * (to.sigma * growth) * d.zeroth;
  if (order == 2 && !m_heun) next = next - (to.sigma * growth) * d.first;
  if (order == 2 && m_heun) next = next - 2.0 * (to.sigma * (growth / h - 1.0)) * d.first;
  return next + to.sigma * (at::exp(2 * h) - 1.0).sqrt() * noise;
}

Denoised DpmSolverScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor& noise) {
  const Level now = level(index);
  Split parts = split(m_config.prediction, answer, x, now.alpha, now.sigma);
  const Tensor clean = thresholded(m_config, parts.clean);
  if (m_config.thresholding && !m_inClean) parts.noise = (x - now.alpha * clean) / now.sigma;
  remember(m_inClean ? clean : parts.noise);
  const int order = orderAt(index);
  if (m_stochastic) return {m_inClean ? stochasticCleanStep(x, index, order, noise) : stochasticNoiseStep(x, index, order, noise), clean};
  return {m_inClean ? cleanStep(x, index, order) : noiseStep(x, index, order), clean};
}

}  // namespace retailor::neural
