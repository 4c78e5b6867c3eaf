#include "core/composite/paste_back.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <type_traits>

namespace retailor::composite {

namespace {

constexpr std::uint32_t kOne = 65535;  // weights are 16-bit fractions: exact 0, exact 1, and 32-bit products

using Weights = std::array<std::uint32_t, 256>;  // by coverage

Weights weightsFor(double strength) {
  Weights weights{};
  const double s = std::clamp(strength, 0.0, 1.0);
  for (std::size_t b = 0; b < weights.size(); ++b) weights[b] = static_cast<std::uint32_t>(std::lround(257.0 * static_cast<double>(b) * s));
  return weights;
}

template <class T>
constexpr double whole() {  // the sample that means 1
  if constexpr (std::is_same_v<T, std::uint8_t>) return 255;
  if constexpr (std::is_same_v<T, std::uint16_t>) return 65535;
  return 1;
}

template <class T>
T toSample(double value) {
  if constexpr (std::is_same_v<T, float>)
    return static_cast<float>(value);
  else
    return static_cast<T>(value + 0.5);
}

template <class T>
T mixed(T photo, T fill, std::uint32_t weight) {
  if (weight == kOne) return fill;
  if constexpr (std::is_same_v<T, float>)
    return photo + (fill - photo) * (static_cast<float>(weight) / static_cast<float>(kOne));
  else
    return static_cast<T>((photo * (kOne - weight) + fill * weight + kOne / 2) / kOne);
}

template <class T>
void mixColours(T* photo, const T* fill, std::uint32_t weight) {
  for (int c = 0; c < 3; ++c) photo[c] = mixed(photo[c], fill[c], weight);
}

// Colours mix by how much of each shows, so that the hidden colour of transparent pixels leaves no fringe; where nothing shows
// the photo's hidden colour stays.
template <class T>
void mixWithAlpha(T* photo, const T* fill, T fillAlpha, std::uint32_t weight) {
  if (weight == kOne) {
    std::copy_n(fill, 3, photo);
    photo[3] = fillAlpha;
    return;
  }
  if (photo[3] == fillAlpha) return mixColours(photo, fill, weight);
  const double share = static_cast<double>(weight) / kOne;
  const double under = photo[3] * (1 - share), over = fillAlpha * share, both = under + over;
  if (both > 0) {
    for (int c = 0; c < 3; ++c) photo[c] = toSample<T>((photo[c] * under + fill[c] * over) / both);
  }
  photo[3] = toSample<T>(both);
}

template <class T>
void pastePixel(T* photo, int photoChannels, const T* fill, int fillChannels, std::uint32_t weight) {
  const T alpha = fillChannels == 4 ? fill[3] : static_cast<T>(whole<T>());
  if (photoChannels == 4) return mixWithAlpha(photo, fill, alpha, weight);
  // A photo without alpha stays opaque: the fill lies over it by as much as the fill shows.
  if (fillChannels == 4) weight = static_cast<std::uint32_t>(weight * (alpha / whole<T>()) + 0.5);
  mixColours(photo, fill, weight);
}

template <class T>
void pasteSamples(image::View<T> photo, const image::Rect& window, image::View<const T> fill, const mask::Mask& blend,
                  const Weights& weights) {
  const image::Rect shown = intersected(window, {0, 0, photo.width, photo.height});
  for (int y = shown.y; y < shown.bottom(); ++y) {
    const std::uint8_t* coverage = blend.row(y - window.y);
    for (int x = shown.x; x < shown.right(); ++x) {
      const std::uint32_t weight = weights[coverage[x - window.x]];
      if (weight == 0) continue;
      pastePixel(photo.pixel(x, y), photo.channels, fill.pixel(x - window.x, y - window.y), fill.channels, weight);
    }
  }
}

}  // namespace

void pasteBack(image::Bitmap& photo, const image::Rect& window, const image::Bitmap& fill, const mask::Mask& blend, double strength) {
  assert(fill.size() == window.size() && blend.size() == window.size() && fill.sampleType() == photo.sampleType());
  assert(photo.channels() >= 3 && fill.channels() >= 3);
  const Weights weights = weightsFor(strength);
  switch (photo.sampleType()) {
    case image::SampleType::U8: return pasteSamples(photo.span<std::uint8_t>(), window, fill.view<std::uint8_t>(), blend, weights);
    case image::SampleType::U16: return pasteSamples(photo.span<std::uint16_t>(), window, fill.view<std::uint16_t>(), blend, weights);
    case image::SampleType::F32: return pasteSamples(photo.span<float>(), window, fill.view<float>(), blend, weights);
  }
}

}  // namespace retailor::composite
