#include "core/neural/sampling/sigma_list.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {
namespace {

using Numbers = std::vector<double>;

Numbers numbersOf(const at::Tensor& tensor) {
  const at::Tensor values = tensor.contiguous();
  const float* from = values.data_ptr<float>();
  return {from, from + values.numel()};
}

// Linear between whole places.
double at(const Numbers& list, double place) {
  const double last = static_cast<double>(list.size() - 1);
  if (place <= 0) return list.front();
  if (place >= last) return list.back();
  const auto low = static_cast<std::size_t>(place);
  return (list[low + 1] - list[low]) * (place - static_cast<double>(low)) + list[low];
}

Numbers karras(double most, double least, int count) {
  constexpr double rho = 7.0;
  const double from = std::pow(most, 1 / rho), to = std::pow(least, 1 / rho);
  Numbers list;
  for (const double share : evenly(0, 1, count)) list.push_back(std::pow(from + share * (to - from), rho));
  return list;
}

Numbers exponential(double most, double least, int count) {
  Numbers list;
  for (const double logarithm : evenly(std::log(most), std::log(least), count)) list.push_back(std::exp(logarithm));
  return list;
}

// The place of `sigma` among the logarithms of the trained ones, linear between them.
double timestepOf(double sigma, const Numbers& logarithms) {
  const double wanted = std::log(std::max(sigma, 1e-10));
  const auto above = std::ranges::upper_bound(logarithms, wanted);
  const auto low = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(above - logarithms.begin() - 1, 0, static_cast<std::ptrdiff_t>(logarithms.size()) - 2));
  const double share = std::clamp((logarithms[low] - wanted) / (logarithms[low] - logarithms[low + 1]), 0.0, 1.0);
  return (1 - share) * static_cast<double>(low) + share * static_cast<double>(low + 1);
}

Numbers spreadTimesteps(const Numbers& sigmas, const at::Tensor& trained, bool round) {
  const Numbers logarithms = numbersOf(trained.log());
  Numbers list;
  for (const double sigma : sigmas) list.push_back(round ? std::nearbyint(timestepOf(sigma, logarithms)) : timestepOf(sigma, logarithms));
  return list;
}

Numbers sigmasAt(const SchedulerConfig& config, const Numbers& trained, const Numbers& timesteps) {
  if (config.kind == SchedulerKind::Euler && config.logLinearSigmas)
    return numbersOf(at::linspace(std::log(static_cast<float>(trained.back())), std::log(static_cast<float>(trained.front())),
                                  static_cast<std::int64_t>(timesteps.size()) + 1, at::kFloat)
                         .exp());
  Numbers list;
  for (const double t : timesteps) list.push_back(at(trained, t));
  return list;
}

}  // namespace

SigmaList sigmaList(const SchedulerConfig& config, const at::Tensor& trained, Numbers timesteps, const SigmaHabits& habits) {
  const int steps = static_cast<int>(timesteps.size());
  const Numbers all = numbersOf(trained);
  Numbers sigmas = sigmasAt(config, all, timesteps);
  const bool spread = config.sigmaSpread != SigmaSpread::FromTimesteps;
  if (spread) {
    const double most = config.mostSigma.value_or(habits.endsFromTimesteps ? sigmas.front() : all.back());
    const double least = config.leastSigma.value_or(habits.endsFromTimesteps ? sigmas.back() : all.front());
    const bool isKarras = config.sigmaSpread == SigmaSpread::Karras;
    sigmas = isKarras ? karras(most, least, steps) : exponential(most, least, steps);
    timesteps = spreadTimesteps(sigmas, trained, isKarras && habits.roundsKarrasTimesteps);
  }
  if (config.finalSigma == FinalSigma::Zero)
    sigmas.push_back(0);
  else
    sigmas.push_back(spread && habits.leastIsOwnLast ? sigmas.back() : all.front());
  return {std::move(timesteps), at::tensor(sigmas, at::kDouble).to(at::kFloat)};
}

}  // namespace retailor::neural
