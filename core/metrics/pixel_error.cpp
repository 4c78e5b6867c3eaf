#include "core/metrics/pixel_error.h"

#include <cmath>
#include <limits>

#include "core/metrics/comparable.h"

namespace retailor::metrics {
namespace {

struct ErrorSums {
  double squares = 0;
  double distances = 0;
  double samples = 0;

  PixelError means(double white) const {
    const double mse = squares / samples;
    const double psnr = mse > 0 ? 10 * std::log10(white * white / mse) : std::numeric_limits<double>::infinity();
    return {mse, distances / samples, psnr};
  }
};

template <class Sample, class Counts>
ErrorSums errorSums(const image::Bitmap& result, const image::Bitmap& truth, const Counts& counts) {
  const auto a = result.view<Sample>(), b = truth.view<Sample>();
  ErrorSums sums;
  for (int y = 0; y < a.height; ++y) {
    ErrorSums row;  // sums of a row stay small beside its terms: fewer digits are lost
    for (int x = 0; x < a.width; ++x) {
      if (!counts(x, y)) continue;
      for (int c = 0; c < 3; ++c) {
        const double d = static_cast<double>(a.pixel(x, y)[c]) - static_cast<double>(b.pixel(x, y)[c]);
        row.squares += d * d, row.distances += std::abs(d);
      }
      row.samples += 3;
    }
    sums.squares += row.squares, sums.distances += row.distances, sums.samples += row.samples;
  }
  return sums;
}

template <class Counts>
PixelError errorOver(const image::Bitmap& result, const image::Bitmap& truth, const Counts& counts) {
  const double white = rangeOf(result.sampleType());
  switch (result.sampleType()) {
    case image::SampleType::U8: return errorSums<std::uint8_t>(result, truth, counts).means(white);
    case image::SampleType::U16: return errorSums<std::uint16_t>(result, truth, counts).means(white);
    case image::SampleType::F32: break;
  }
  return errorSums<float>(result, truth, counts).means(white);
}

}  // namespace

Result<PixelError> pixelError(const image::Bitmap& result, const image::Bitmap& truth) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  return errorOver(result, truth, [](int, int) { return true; });
}

Result<PixelError> pixelErrorInside(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (const Result<void> good = checkInside(mask, result.size()); !good) return good.failure();
  return errorOver(result, truth, [&mask](int x, int y) { return isInside(mask.at(x, y)); });
}

}  // namespace retailor::metrics
