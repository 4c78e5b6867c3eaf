#include "core/resample/resize_like_pillow.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retailor::resample {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int weightBits = 22;  // 32, less 8 for the sample and 2 for weights beyond 1

double sinc(double x) { return x == 0 ? 1 : std::sin(x * std::numbers::pi) / (x * std::numbers::pi); }

double lanczos(double x) { return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0; }

double bilinear(double x) { return std::max(0.0, 1 - std::abs(x)); }

double bicubic(double x) {
  constexpr double a = -0.5;
  x = std::abs(x);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

double box(double x) { return x > -0.5 && x <= 0.5 ? 1 : 0; }

double hamming(double x) {
  x = std::abs(x);
  return x >= 1 ? 0 : sinc(x) * (0.54 + 0.46 * std::cos(x * std::numbers::pi));
}

struct Kernel {
  double (*weight)(double);
  double reach;
};

Kernel kernelOf(Filter filter) {
  switch (filter) {
    case Filter::Lanczos: return {lanczos, 3};
    case Filter::Bilinear: return {bilinear, 1};
    case Filter::Bicubic: return {bicubic, 2};
    case Filter::Box: return {box, 0.5};
    case Filter::Hamming: return {hamming, 1};
  }
  return {bicubic, 2};
}

// Which source samples a result sample is made of, and how much of each in fixed point.
struct Taps {
  int first = 0;
  std::vector<std::int32_t> weights;
};

std::int32_t fixed(double weight) { return static_cast<std::int32_t>(weight * (1 << weightBits) + (weight < 0 ? -0.5 : 0.5)); }

Taps tapsAt(int index, int from, double scale, const Kernel& kernel) {
  const double widened = std::max(1.0, scale), reach = kernel.reach * widened, inverse = 1 / widened;
  const double centre = (index + 0.5) * scale;
  Taps taps{std::max(0, static_cast<int>(centre - reach + 0.5)), {}};
  const int end = std::min(from, static_cast<int>(centre + reach + 0.5));
  std::vector<double> weights;
  double sum = 0;
  for (int i = taps.first; i < end; ++i) {
    weights.push_back(kernel.weight((i - centre + 0.5) * inverse));
    sum += weights.back();
  }
  for (const double weight : weights) taps.weights.push_back(fixed(sum != 0 ? weight / sum : weight));
  return taps;
}

std::vector<Taps> tapsFor(int from, int to, const Kernel& kernel) {
  std::vector<Taps> taps;
  for (int i = 0; i < to; ++i) taps.push_back(tapsAt(i, from, static_cast<double>(from) / to, kernel));
  return taps;
}

// Mixes samples that lie `step` apart.
std::uint8_t mixed(const std::uint8_t* samples, std::ptrdiff_t step, const Taps& taps) {
  std::int32_t sum = 1 << (weightBits - 1);
  samples += taps.first * step;
  for (const std::int32_t weight : taps.weights) {
    sum += *samples * weight;
    samples += step;
  }
  return static_cast<std::uint8_t>(std::clamp(sum >> weightBits, 0, 255));
}

Bytes withWidth(Pixels source, int width, const Kernel& kernel) {
  const auto taps = tapsFor(source.width, width, kernel);
  Bytes result;
  result.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(source.height * source.channels));
  for (int y = 0; y < source.height; ++y)
    for (const Taps& tap : taps)
      for (int c = 0; c < source.channels; ++c) result.push_back(mixed(source.row(y) + c, source.channels, tap));
  return result;
}

Bytes withHeight(Pixels source, int height, const Kernel& kernel) {
  const std::ptrdiff_t rowLength = static_cast<std::ptrdiff_t>(source.width) * source.channels;
  Bytes result;
  result.reserve(static_cast<std::size_t>(rowLength) * static_cast<std::size_t>(height));
  for (const Taps& tap : tapsFor(source.height, height, kernel))
    for (std::ptrdiff_t x = 0; x < rowLength; ++x) result.push_back(mixed(source.data + x, rowLength, tap));
  return result;
}

// Which pass comes first shows in the rounding between them. Measured on Pillow 13.0: rows, where their number falls by more than twice
// what that of the columns falls by; before 13 always columns.
bool takesRowsFirst(Pixels source, int width, int height) {
  return height < source.height && 2 * (source.width - width) < source.height - height;
}

}  // namespace

std::vector<std::uint8_t> resizedLikePillow(Pixels source, int width, int height, Filter filter) {
  const Kernel kernel = kernelOf(filter);
  if (takesRowsFirst(source, width, height)) {
    Bytes pixels = withHeight(source, height, kernel);
    return width == source.width ? pixels : withWidth({pixels.data(), source.width, height, source.channels}, width, kernel);
  }
  Bytes pixels = width == source.width ? Bytes(source.data, source.row(source.height)) : withWidth(source, width, kernel);
  if (height == source.height) return pixels;
  return withHeight({pixels.data(), width, source.height, source.channels}, height, kernel);
}

}  // namespace retailor::resample
