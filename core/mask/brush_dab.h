#pragma once

#include "core/mask/mask.h"

namespace retailor::mask {

// radius in photo pixels 0.5..1024; hardness 0..1: the share of the radius at full coverage, smoothstep outside it.
struct BrushTip {
  double radius = 24;
  double hardness = 0.8;
  double opacity = 1.0;
  bool operator==(const BrushTip&) const = default;
};

// Coverage 0..255 of a round dab at `distance` pixels from its centre; the rim is antialiased over one pixel.
std::uint8_t dabCoverage(const BrushTip& tip, double distance);

// What dabCoverage works out once for a tip: full coverage up to `inner` pixels from the centre, none from `outer` on.
struct DabProfile {
  explicit DabProfile(const BrushTip& tip);
  std::uint8_t at(double distance) const;

  double inner = 0;
  double outer = 0;
  std::uint8_t full = 255;
};

}  // namespace retailor::mask
