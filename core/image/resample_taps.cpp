#include "core/image/resample_taps.h"

#include <algorithm>
#include <cmath>

namespace retailor::image {
namespace {

Taps areaTaps(int index, int sourceLength, int resultLength) {
  const double step = static_cast<double>(sourceLength) / resultLength;
  const double from = index * step, to = std::min<double>((index + 1) * step, sourceLength);
  Taps taps{std::min(static_cast<int>(from), sourceLength - 1), {}};
  for (int i = taps.first; i < sourceLength && i < to; ++i) {
    const double covered = std::min<double>(i + 1, to) - std::max<double>(i, from);
    taps.weights.push_back(static_cast<float>(covered / step));
  }
  return taps;
}

double cubic(double distance) {  // Catmull-Rom: passes through the samples and keeps straight ramps straight
  const double d = std::abs(distance);
  if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
  if (d < 2) return ((-0.5 * d + 2.5) * d - 4) * d + 2;
  return 0;
}

double kernel(Growing growing, double distance) {
  return growing == Growing::Bicubic ? cubic(distance) : std::max(0.0, 1 - std::abs(distance));
}

Taps interpolatingTaps(int index, int sourceLength, int resultLength, Growing growing) {
  const int reach = growing == Growing::Bicubic ? 2 : 1;
  const double centre = (index + 0.5) * sourceLength / resultLength - 0.5;
  const int base = static_cast<int>(std::floor(centre));
  const int first = std::clamp(base - reach + 1, 0, sourceLength - 1), last = std::clamp(base + reach, 0, sourceLength - 1);
  Taps taps{first, std::vector<float>(static_cast<std::size_t>(last - first + 1))};
  for (int i = base - reach + 1; i <= base + reach; ++i) {
    const int inside = std::clamp(i, 0, sourceLength - 1);
    taps.weights[static_cast<std::size_t>(inside - first)] += static_cast<float>(kernel(growing, i - centre));
  }
  return taps;
}

}  // namespace

std::vector<Taps> resampleTaps(int sourceLength, int resultLength, Growing growing) {
  std::vector<Taps> taps;
  taps.reserve(static_cast<std::size_t>(resultLength));
  for (int i = 0; i < resultLength; ++i) {
    taps.push_back(resultLength <= sourceLength ? areaTaps(i, sourceLength, resultLength)
                                                : interpolatingTaps(i, sourceLength, resultLength, growing));
  }
  return taps;
}

}  // namespace retailor::image
