#include "core/metrics/colour_difference.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/image/parallel_rows.h"
#include "core/metrics/comparable.h"

namespace retailor::metrics {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

double linearOf(double encoded) { return encoded > 0.04045 ? std::pow((encoded + 0.055) / 1.055, 2.4) : encoded / 12.92; }

// The cube root of CIE 1976, with the straight line near black by the usual rounded constants.
double lightnessCurve(double ratio) { return ratio > 0.008856 ? std::cbrt(ratio) : 7.787 * ratio + 16.0 / 116; }

double pow7(double x) { return x * x * x * x * x * x * x; }

// 0..360, and 0 for grey.
double hueOf(double a, double b) {
  if (a == 0 && b == 0) return 0;
  const double degrees = std::atan2(b, a) / kDegree;
  return degrees < 0 ? degrees + 360 : degrees;
}

struct LinearColour {
  double red, green, blue;
};

Lab labOfLinear(const LinearColour& c) {
  const double x = lightnessCurve((0.412453 * c.red + 0.357580 * c.green + 0.180423 * c.blue) / 0.95047);
  const double y = lightnessCurve(0.212671 * c.red + 0.715160 * c.green + 0.072169 * c.blue);
  const double z = lightnessCurve((0.019334 * c.red + 0.119193 * c.green + 0.950227 * c.blue) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// A colour in the terms of CIEDE2000: chroma with a* stretched near grey, and hue in degrees.
struct Hued {
  double chroma, hue;
};

Hued huedOf(const Lab& lab, double stretch) { return {std::hypot(lab.a * stretch, lab.b), hueOf(lab.a * stretch, lab.b)}; }

double hueStep(const Hued& one, const Hued& other) {
  if (one.chroma * other.chroma == 0) return 0;
  const double step = other.hue - one.hue;
  return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

double meanHue(const Hued& one, const Hued& other) {
  const double sum = one.hue + other.hue;
  if (one.chroma * other.chroma == 0) return sum;
  if (std::abs(one.hue - other.hue) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

struct DifferenceSums {
  double sum1976 = 0, sum2000 = 0, most2000 = 0, pixels = 0;

  void add(const Lab& one, const Lab& other) {
    const double d = colourDifference2000(one, other);
    sum1976 += colourDifference1976(one, other), sum2000 += d, most2000 = std::max(most2000, d), pixels += 1;
  }
  void add(const DifferenceSums& other) {
    sum1976 += other.sum1976, sum2000 += other.sum2000, pixels += other.pixels, most2000 = std::max(most2000, other.most2000);
  }
};

// Linear light by sample, so that no power is taken per pixel of an 8-bit picture.
class Linearised {
 public:
  explicit Linearised(image::SampleType type) : m_white(rangeOf(type)) {
    if (type == image::SampleType::F32) return;
    for (int i = 0; i <= static_cast<int>(m_white); ++i) m_table.push_back(linearOf(i / m_white));
  }

  template <class Sample>
  Lab lab(const Sample* rgb) const {
    return labOfLinear({of(rgb[0]), of(rgb[1]), of(rgb[2])});
  }

 private:
  template <class Sample>
  double of(Sample sample) const {
    if constexpr (std::is_floating_point_v<Sample>) return linearOf(sample);
    return m_table[static_cast<std::size_t>(sample)];
  }

  double m_white;
  std::vector<double> m_table;
};

template <class Sample, class Counts>
ColourDifference differenceOver(const image::Bitmap& result, const image::Bitmap& truth, const Counts& counts) {
  const Linearised linear(result.sampleType());
  const auto a = result.view<Sample>(), b = truth.view<Sample>();
  std::vector<DifferenceSums> rows(static_cast<std::size_t>(a.height));
  constexpr std::size_t costOfAPixel = 64;
  image::overRows(a.height, static_cast<std::size_t>(a.width) * static_cast<std::size_t>(a.height) * costOfAPixel,
                  [&](int first, int last) {
                    for (int y = first; y < last; ++y)
                      for (int x = 0; x < a.width; ++x)
                        if (counts(x, y)) rows[static_cast<std::size_t>(y)].add(linear.lab(a.pixel(x, y)), linear.lab(b.pixel(x, y)));
                  });
  DifferenceSums all;
  for (const DifferenceSums& row : rows) all.add(row);
  return {all.sum1976 / all.pixels, all.sum2000 / all.pixels, all.most2000};
}

template <class Counts>
ColourDifference differenceOfAnyType(const image::Bitmap& result, const image::Bitmap& truth, const Counts& counts) {
  switch (result.sampleType()) {
    case image::SampleType::U8: return differenceOver<std::uint8_t>(result, truth, counts);
    case image::SampleType::U16: return differenceOver<std::uint16_t>(result, truth, counts);
    case image::SampleType::F32: break;
  }
  return differenceOver<float>(result, truth, counts);
}

}  // namespace

Lab labOf(const std::array<double, 3>& srgb) { return labOfLinear({linearOf(srgb[0]), linearOf(srgb[1]), linearOf(srgb[2])}); }

double colourDifference1976(const Lab& one, const Lab& other) {
  return std::sqrt(std::pow(one.l - other.l, 2) + std::pow(one.a - other.a, 2) + std::pow(one.b - other.b, 2));
}

double colourDifference2000(const Lab& one, const Lab& other) {
  const double pow25 = pow7(25);
  const double rawChroma7 = pow7((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2);
  const double stretch = 1 + 0.5 * (1 - std::sqrt(rawChroma7 / (rawChroma7 + pow25)));
  const Hued from = huedOf(one, stretch), to = huedOf(other, stretch);
  const double hue = meanHue(from, to), chroma = (from.chroma + to.chroma) / 2, offMiddle = std::pow((one.l + other.l) / 2 - 50, 2);

  const double t = 1 - 0.17 * std::cos((hue - 30) * kDegree) + 0.24 * std::cos(2 * hue * kDegree) +
                   0.32 * std::cos((3 * hue + 6) * kDegree) - 0.20 * std::cos((4 * hue - 63) * kDegree);
  const double lightness = (other.l - one.l) / (1 + 0.015 * offMiddle / std::sqrt(20 + offMiddle));
  const double colourfulness = (to.chroma - from.chroma) / (1 + 0.045 * chroma);
  const double tint = 2 * std::sqrt(from.chroma * to.chroma) * std::sin(hueStep(from, to) / 2 * kDegree) / (1 + 0.015 * chroma * t);

  const double chroma7 = pow7(chroma), blueness = 30 * std::exp(-std::pow((hue - 275) / 25, 2));
  const double rotation = -2 * std::sqrt(chroma7 / (chroma7 + pow25)) * std::sin(2 * blueness * kDegree);
  return std::sqrt(lightness * lightness + colourfulness * colourfulness + tint * tint + rotation * colourfulness * tint);
}

Result<ColourDifference> colourDifference(const image::Bitmap& result, const image::Bitmap& truth) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  return differenceOfAnyType(result, truth, [](int, int) { return true; });
}

Result<ColourDifference> colourDifferenceInside(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (const Result<void> good = checkInside(mask, result.size()); !good) return good.failure();
  return differenceOfAnyType(result, truth, [&mask](int x, int y) { return isInside(mask.at(x, y)); });
}

}  // namespace retailor::metrics
