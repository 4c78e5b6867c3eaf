#include "core/neural/sampling/timesteps.h"

#include <algorithm>
#include <cmath>

namespace retailor::neural {
namespace {

using Timesteps = std::vector<double>;

// To the nearest, halves to even.
void roundAll(Timesteps& list) {
  for (double& t : list) t = std::nearbyint(t);
}

Timesteps reversed(Timesteps list) {
  std::ranges::reverse(list);
  return list;
}

// count places `apart`, from 0, plus offset; noisiest first.
Timesteps leading(int count, int apart, int offset) {
  Timesteps list;
  for (int i = count - 1; i >= 0; --i) list.push_back(static_cast<double>(i) * apart + offset);
  return list;
}

// from, from - apart, … as long as it is above 0, each rounded and less 1. The count comes from the same division as numpy's arange.
Timesteps trailing(int from, double apart) {
  const int count = static_cast<int>(std::ceil(from / apart));
  const double step = (from - apart) - from;
  Timesteps list;
  for (int i = 0; i < count; ++i) list.push_back(std::max(0.0, std::nearbyint(from + i * step) - 1));
  return list;
}

}  // namespace

Timesteps evenly(double start, double stop, int count) {
  Timesteps list;
  const double step = count > 1 ? (stop - start) / (count - 1) : 0;
  for (int i = 0; i < count; ++i) list.push_back(start + i * step);
  if (count > 1) list.back() = stop;
  return list;
}

Timesteps roundedTimesteps(const SchedulerConfig& config, int steps) {
  const int all = config.trainTimesteps;
  if (config.spacing == Spacing::Leading) return leading(steps, all / steps, config.stepsOffset.value_or(0));
  if (config.spacing == Spacing::Trailing) return trailing(all, static_cast<double>(all) / steps);
  Timesteps list = evenly(0, all - 1, steps);
  roundAll(list);
  return reversed(std::move(list));
}

Timesteps eulerTimesteps(const SchedulerConfig& config, int steps) {
  if (config.spacing != Spacing::Linspace) return roundedTimesteps(config, steps);
  Timesteps list = evenly(0, config.trainTimesteps - 1, steps);
  for (double& t : list) t = static_cast<float>(t);
  return reversed(std::move(list));
}

Timesteps solverTimesteps(const SchedulerConfig& config, int steps, int last) {
  Timesteps list;
  if (config.spacing == Spacing::Trailing) return trailing(last, static_cast<double>(config.trainTimesteps) / steps);
  if (config.spacing == Spacing::Leading) {
    list = leading(steps + 1, last / (steps + 1), config.stepsOffset.value_or(0));
  } else {
    list = evenly(0, last - 1, steps + 1);
    roundAll(list);
    list = reversed(std::move(list));
  }
  list.pop_back();
  return list;
}

Timesteps consistencyTimesteps(const SchedulerConfig& config, int steps) {
  const int apart = config.trainTimesteps / config.originalSteps;
  Timesteps list;
  for (int i = 0; i < steps; ++i) {
    const int place = static_cast<int>(std::floor(i * (static_cast<double>(config.originalSteps) / steps)));
    list.push_back(static_cast<double>(config.originalSteps - place) * apart - 1);
  }
  return list;
}

}  // namespace retailor::neural
