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

// Where a bent path has its corners: the places between the straight pieces, one more than `corners`, that follow it best by least squares.
// Indices into `path`, rising; empty when it has too few points.
std::vector<std::size_t> pathCorners(const std::vector<Point>& path, std::size_t corners);

}  // namespace retailor::garment
