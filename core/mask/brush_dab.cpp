#include "core/mask/brush_dab.h"

#include <algorithm>
#include <cmath>

namespace retailor::mask {

// A hard rim falls from full to none over the pixel that straddles the radius.
DabProfile::DabProfile(const BrushTip& tip) {
  const double radius = std::clamp(tip.radius, 0.5, 1024.0);
  inner = std::min(std::clamp(tip.hardness, 0.0, 1.0) * radius, radius - 0.5);
  outer = radius + 0.5;
  full = static_cast<std::uint8_t>(std::lround(255 * std::clamp(tip.opacity, 0.0, 1.0)));
}

std::uint8_t DabProfile::at(double distance) const {
  if (distance <= inner) return full;
  if (distance >= outer) return 0;
  const double t = (outer - distance) / (outer - inner);
  return static_cast<std::uint8_t>(full * t * t * (3 - 2 * t) + 0.5);
}

std::uint8_t dabCoverage(const BrushTip& tip, double distance) { return DabProfile(tip).at(distance); }

}  // namespace retailor::mask
