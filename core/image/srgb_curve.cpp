#include "core/image/srgb_curve.h"

#include <algorithm>
#include <cmath>

#include "core/image/colour.h"

namespace retailor::image {
namespace {

template <class Curve>
std::vector<float> tabulated(int count, float top, Curve curve) {
  std::vector<float> table(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) table[static_cast<std::size_t>(i)] = curve(static_cast<float>(i) / top);
  return table;
}

}  // namespace

float srgbToLinear(float encoded) { return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F); }

float linearToSrgb(float linear) { return linear <= 0.0031308F ? 12.92F * linear : 1.055F * std::pow(linear, 1 / 2.4F) - 0.055F; }

const SrgbTables& srgbTables() {
  static const SrgbTables tables{tabulated(256, 255.0F, srgbToLinear), tabulated(65536, 65535.0F, srgbToLinear),
                                 tabulated(65537, 65536.0F, linearToSrgb)};
  return tables;
}

float encodedByTable(const SrgbTables& tables, float linear) {
  const float at = std::clamp(linear, 0.0F, 1.0F) * 65536.0F;
  const auto below = std::min<std::size_t>(static_cast<std::size_t>(at), 65535);
  const float a = tables.encoded[below], b = tables.encoded[below + 1];
  return a + (b - a) * (at - static_cast<float>(below));
}

}  // namespace retailor::image
