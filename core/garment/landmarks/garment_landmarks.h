#pragma once

#include "core/garment/landmarks/outline.h"
#include "core/mask/mask.h"

namespace retailor::garment {

// A garment's outline read: what it is and where its landmarks are.
struct ReadOutline {
  GarmentKind kind = GarmentKind::Sleeved;
  LandmarkPlaces landmarks;  // on the outline
  double likeness = 0;       // to its mirror image, 0..1
  bool convincing = true;    // false: the outline is none that the row expects
};

// Reads a garment laid flat or on a mannequin. `outline` is that of `coverage`, in its pixels. `wished` overrules what the outline says.
ReadOutline readOutline(const mask::Mask& coverage, const Outline& outline, GarmentRow row, std::optional<GarmentKind> wished);

// The same landmarks on an outline that differs a little; the bottom of the neck is looked for anew.
LandmarkPlaces movedOnto(const Outline& outline, const LandmarkPlaces& places);

}  // namespace retailor::garment
