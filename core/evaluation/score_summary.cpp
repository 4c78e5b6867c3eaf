#include "core/evaluation/score_summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/metrics/metric_traits.h"

namespace retailor::evaluation {
namespace {

void addTo(std::vector<MeanScore>& sums, const metrics::Measurement& one) {
  auto sum = std::ranges::find_if(sums, [&one](const MeanScore& s) { return s.metric == one.metric && s.protocol == one.protocol; });
  if (sum == sums.end()) sum = sums.insert(sums.end(), {one.metric, one.protocol, 0, 0, 0});
  if (std::isfinite(one.value))
    sum->mean += one.value, ++sum->groups;
  else
    ++sum->identical;
}

std::ptrdiff_t placeOf(const MeanScore& score) { return &metrics::traitsOf(score.metric) - metrics::allMetrics().data(); }

}  // namespace

std::vector<MeanScore> meansOf(const std::vector<GroupScore>& groups) {
  std::vector<MeanScore> means;
  for (const GroupScore& group : groups)
    for (const metrics::Measurement& one : group.measurements) addTo(means, one);
  for (MeanScore& mean : means)
    if (mean.groups > 0) mean.mean /= mean.groups;
  std::ranges::stable_sort(means, {}, placeOf);
  return means;
}

std::string titleOf(const std::string& metric) {
  const metrics::MetricTraits& traits = metrics::traitsOf(metric);
  return std::string(traits.title) + (traits.unit.empty() ? "" : " (" + std::string(traits.unit) + ")");
}

std::string shownValue(const std::string& metric, double value) {
  if (!std::isfinite(value)) return "∞";
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.*f", metrics::traitsOf(metric).decimals, value);
  return text.data();
}

}  // namespace retailor::evaluation
