#include "core/mask/mask_combine.h"

#include <algorithm>
#include <cassert>

namespace retailor::mask {

namespace {

template <class Combine>
Mask combined(const Mask& a, const Mask& b, Combine combine) {
  assert(a.size() == b.size());
  Mask result(a.size());
  for (int y = 0; y < a.height(); ++y) std::transform(a.row(y), a.row(y) + a.width(), b.row(y), result.row(y), combine);
  return result;
}

}  // namespace

Mask added(const Mask& a, const Mask& b) {
  return combined(a, b, [](std::uint8_t p, std::uint8_t q) { return std::max(p, q); });
}

Mask subtracted(const Mask& a, const Mask& b) {
  return combined(a, b, [](std::uint8_t p, std::uint8_t q) { return std::min(p, static_cast<std::uint8_t>(255 - q)); });
}

Mask intersection(const Mask& a, const Mask& b) {
  return combined(a, b, [](std::uint8_t p, std::uint8_t q) { return std::min(p, q); });
}

Mask inverted(const Mask& mask) {
  Mask result(mask.size());
  const auto invert = [](std::uint8_t p) { return static_cast<std::uint8_t>(255 - p); };
  for (int y = 0; y < mask.height(); ++y) std::transform(mask.row(y), mask.row(y) + mask.width(), result.row(y), invert);
  return result;
}

}  // namespace retailor::mask
