#include "core/image/two_pass_resize.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace retailor::image {
namespace {

constexpr int kFractionBits = 22;  // 32 less 8 for the sample and 2 for weights that add up past 1

double sinc(double x) { return x == 0 ? 1 : std::sin(x * std::numbers::pi) / (x * std::numbers::pi); }

double lanczos(double x) { return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0; }

double cubic(double x) {
  constexpr double a = -0.5;
  x = std::abs(x);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

// The source samples that make one sample, and their weights.
struct Taps {
  int first = 0;
  std::vector<std::int32_t> weights;
};

std::int32_t fixedPoint(double weight) {
  const double scaled = weight * (1 << kFractionBits);
  return static_cast<std::int32_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

Taps tapsAt(double centre, double reach, double widening, int length, Kernel kernel) {
  Taps taps;
  taps.first = std::max(0, static_cast<int>(centre - reach + 0.5));
  const int end = std::min(length, static_cast<int>(centre + reach + 0.5));
  std::vector<double> weights;
  double sum = 0;
  for (int i = taps.first; i < end; ++i) {
    const double place = (i - centre + 0.5) / widening;
    weights.push_back(kernel == Kernel::Cubic ? cubic(place) : lanczos(place));
    sum += weights.back();
  }
  for (const double weight : weights) taps.weights.push_back(fixedPoint(sum != 0 ? weight / sum : weight));
  return taps;
}

std::vector<Taps> allTaps(int from, int to, Kernel kernel) {
  const double scale = static_cast<double>(from) / to, widening = std::max(scale, 1.0);
  const double reach = (kernel == Kernel::Cubic ? 2.0 : 3.0) * widening;
  std::vector<Taps> all;
  for (int i = 0; i < to; ++i) all.push_back(tapsAt((i + 0.5) * scale, reach, widening, from, kernel));
  return all;
}

// Weighted sum of samples `apart` bytes from each other.
std::uint8_t sampled(const std::uint8_t* from, std::size_t apart, const Taps& taps) {
  std::int32_t sum = 1 << (kFractionBits - 1);
  for (std::size_t i = 0; i < taps.weights.size(); ++i) sum += from[i * apart] * taps.weights[i];
  return static_cast<std::uint8_t>(std::clamp(sum >> kFractionBits, 0, 255));
}

Bitmap acrossRows(const Bitmap& source, int width, Kernel kernel) {
  if (width == source.width()) return source;
  const std::vector<Taps> taps = allTaps(source.width(), width, kernel);
  Bitmap result({width, source.height()}, source.channels(), SampleType::U8);
  const auto from = source.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  const auto channels = static_cast<std::size_t>(source.channels());
  for (int y = 0; y < result.height(); ++y)
    for (int x = 0; x < width; ++x) {
      const Taps& at = taps[static_cast<std::size_t>(x)];
      for (std::size_t c = 0; c < channels; ++c) to.pixel(x, y)[c] = sampled(from.pixel(at.first, y) + c, channels, at);
    }
  return result;
}

Bitmap downColumns(const Bitmap& source, int height, Kernel kernel) {
  if (height == source.height()) return source;
  const std::vector<Taps> taps = allTaps(source.height(), height, kernel);
  Bitmap result({source.width(), height}, source.channels(), SampleType::U8);
  const auto from = source.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  const std::size_t rowBytes = source.rowBytes();
  for (int y = 0; y < height; ++y) {
    const Taps& at = taps[static_cast<std::size_t>(y)];
    for (std::size_t i = 0; i < rowBytes; ++i) to.row(y)[i] = sampled(from.row(at.first) + i, rowBytes, at);
  }
  return result;
}

}  // namespace

Bitmap resizedInTwoPasses(const Bitmap& source, Size size, Kernel kernel) {
  return downColumns(acrossRows(source, size.width, kernel), size.height, kernel);
}

}  // namespace retailor::image
