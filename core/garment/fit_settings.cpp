#include "core/garment/fit_settings.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace retailor::garment {
namespace {

constexpr std::size_t mostPins = 200;
constexpr double farthest = 10;  // in widths or heights of the picture: pins may lie outside the photo, but not lose all precision

bool within(double value, double least, double most) { return value >= least && value <= most; }

bool usable(const FitPin& pin) {
  return within(pin.garment.x, 0, 1) && within(pin.garment.y, 0, 1) && within(pin.person.x, -farthest, farthest) &&
         within(pin.person.y, -farthest, farthest);
}

bool namesLandmarksOnce(const std::vector<FitPin>& pins) {
  std::set<Landmark> seen;
  return std::ranges::all_of(pins, [&](const FitPin& pin) { return !pin.landmark || seen.insert(*pin.landmark).second; });
}

}  // namespace

bool usable(const FitSettings& s) {
  const bool numbers = within(s.followFolds, 0, 1.2) && within(s.followOutline, 0, 1) && within(s.looseness, -1, 1) &&
                       within(s.stiffness, 0.25, 4) && (s.sensitivity == 0 || within(s.sensitivity, 1.5, 30)) &&
                       within(s.collarEdge, 0, 8) && within(s.exposure, -2, 2) && within(s.warmth, -1, 1);
  return numbers && s.pins.size() <= mostPins && std::ranges::all_of(s.pins, [](const FitPin& pin) { return usable(pin); }) &&
         namesLandmarksOnce(s.pins);
}

}  // namespace retailor::garment
