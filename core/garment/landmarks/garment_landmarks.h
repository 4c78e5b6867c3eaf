#pragma once

#include "core/garment/landmarks/outline.h"
#include "core/mask/mask.h"

namespace retailor::garment {

// A garment's outline read: what it is and where its landmarks are.
struct ReadOutline {
  GarmentKind kind = GarmentKind::Sleeved;
  LandmarkPlaces landmarks;  // on the outline
  bool convincing = true;    // false: the outline is none that the row expects
};

// Reads a garment laid flat or on a mannequin. `outline` is that of `coverage`, in its pixels. `wished` overrules what the outline says.
ReadOutline readOutline(const mask::Mask& coverage, const Outline& outline, GarmentRow row, std::optional<GarmentKind> wished);

// The two corners of a bent path that three straight pieces follow best: indices into `path`, which has at least 4 points.
std::pair<std::size_t, std::size_t> twoCorners(const std::vector<Point>& path);

}  // namespace retailor::garment
