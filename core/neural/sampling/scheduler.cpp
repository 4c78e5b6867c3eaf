#include "core/neural/sampling/scheduler.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/neural/sampling/schedulers/consistency_scheduler.h"
#include "core/neural/sampling/schedulers/ddim_scheduler.h"
#include "core/neural/sampling/schedulers/ddpm_scheduler.h"
#include "core/neural/sampling/schedulers/dpm_solver_scheduler.h"
#include "core/neural/sampling/schedulers/euler_ancestral_scheduler.h"
#include "core/neural/sampling/schedulers/euler_scheduler.h"
#include "core/neural/sampling/schedulers/pndm_scheduler.h"
#include "core/neural/sampling/schedulers/unipc_scheduler.h"

namespace retailor::neural {

void Scheduler::setTimesteps(const std::vector<double>& list, bool fractions) {
  m_timesteps = at::tensor(list, at::kDouble).to(fractions ? at::kFloat : at::kLong);
}

std::int64_t Scheduler::timestep(int index) const { return m_timesteps[index].item<std::int64_t>(); }

at::Tensor Scheduler::noisedAt(const at::Tensor& clean, const at::Tensor& noise, std::int64_t timestep) const {
  const at::Tensor cumulative = m_schedule.cumulative[timestep];
  return cumulative.pow(0.5) * clean + (1 - cumulative).pow(0.5) * noise;
}

namespace {

Result<void> checkPlan(const SchedulerConfig& config, int steps) {
  const int most = config.kind == SchedulerKind::Lcm ? config.originalSteps : config.trainTimesteps;
  if (steps < 1 || steps > most)
    return badInput("This scheduler takes 1 to " + std::to_string(most) + " steps, not " + std::to_string(steps) + "; change --steps.");
  if (config.kind == SchedulerKind::DpmSolver && config.algorithm.ends_with("solver") && config.finalSigma == FinalSigma::Zero)
    return badInput("The scheduler's algorithm " + config.algorithm + " cannot end at sigma 0; choose another scheduler with --scheduler.");
  if (config.kind == SchedulerKind::Pndm && config.prediction == Prediction::Clean)
    return badInput("The scheduler pndm cannot follow a network that predicts clean pictures; choose another one with --scheduler.");
  if (config.kind == SchedulerKind::Pndm && !*config.skipPrk && steps < 4)
    return badInput("The scheduler pndm takes at least 4 steps with this model; change --steps or --scheduler.");
  return {};
}

// Settings that only one class looks at, and that it does not know.
Result<void> checkOwnSettings(const SchedulerConfig& config) {
  const auto unknown = [](const std::string& setting) {
    return badInput("The model's scheduler wants " + setting + ", which Retailor does not know; choose another one with --scheduler.");
  };
  const bool spreads =
      config.kind == SchedulerKind::Euler || config.kind == SchedulerKind::DpmSolver || config.kind == SchedulerKind::UniPc;
  if (spreads && !config.unknownSpread.empty()) return unknown(config.unknownSpread);
  const std::string& variance = config.varianceType;
  const bool known = variance == "fixed_small" || variance == "fixed_small_log" || variance == "fixed_large";
  if (config.kind == SchedulerKind::Ddpm && !known) return unknown("the variance " + variance);
  if (config.kind == SchedulerKind::Euler && config.timestepType != "discrete") return unknown(config.timestepType + " timesteps");
  if (config.kind == SchedulerKind::UniPc && config.ownPredictor) return unknown("a predictor of its own");
  return {};
}

std::unique_ptr<Scheduler> made(const SchedulerConfig& config, int steps) {
  switch (config.kind) {
    case SchedulerKind::Ddim: return std::make_unique<DdimScheduler>(config, steps);
    case SchedulerKind::Ddpm: return std::make_unique<DdpmScheduler>(config, steps);
    case SchedulerKind::Pndm: return std::make_unique<PndmScheduler>(config, steps);
    case SchedulerKind::Euler: return std::make_unique<EulerScheduler>(config, steps);
    case SchedulerKind::EulerAncestral: return std::make_unique<EulerAncestralScheduler>(config, steps);
    case SchedulerKind::DpmSolver: return std::make_unique<DpmSolverScheduler>(config, steps);
    case SchedulerKind::UniPc: return std::make_unique<UniPcScheduler>(config, steps);
    case SchedulerKind::Lcm: break;
  }
  return std::make_unique<ConsistencyScheduler>(config, steps);
}

}  // namespace

Result<std::unique_ptr<Scheduler>> makeScheduler(const SchedulerConfig& config, int steps) {
  const SchedulerConfig full = complete(config);
  if (const Result<void> good = checkPlan(full, steps); !good) return good.failure();
  if (const Result<void> good = checkOwnSettings(full); !good) return good.failure();
  std::unique_ptr<Scheduler> scheduler = made(full, steps);
  if (scheduler->timesteps().max().item<double>() >= full.trainTimesteps)
    return badInput("This model's scheduler takes fewer than " + std::to_string(steps) + " steps; change --steps.");
  return scheduler;
}

std::optional<int> firstStep(int steps, double strength) {
  const int taken = std::min(static_cast<int>(steps * strength), steps);
  if (taken < 1) return std::nullopt;
  return steps - taken;
}

}  // namespace retailor::neural
