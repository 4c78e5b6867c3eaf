#include "core/metrics/cosine.h"

#include <cmath>
#include <numeric>

namespace retailor::metrics {

Result<double> cosine(std::span<const float> one, std::span<const float> other) {
  if (one.size() != other.size()) return badInput("Two embeddings differ in length; they come from different models.");
  const double lengths = std::sqrt(std::inner_product(one.begin(), one.end(), one.begin(), 0.0)) *
                         std::sqrt(std::inner_product(other.begin(), other.end(), other.begin(), 0.0));
  if (!(lengths > 0) || !std::isfinite(lengths)) return badInput("An embedding has no direction: the model's weights are damaged.");
  return std::inner_product(one.begin(), one.end(), other.begin(), 0.0) / lengths;
}

}  // namespace retailor::metrics
