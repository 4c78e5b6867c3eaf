#pragma once

#include <memory>
#include <string>

#include "core/garment/fit_warning.h"
#include "core/garment/garment_kind.h"
#include "core/garment/landmarks/outline.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::garment {

// The garment being replaced, as marked on the photo. Immutable once made; share it.
struct WornGarment {
  image::Size photo;
  image::Rect box;        // of the region, photo pixels
  mask::Mask region;      // photo's size: the old garment, hard-edged, small specks gone
  mask::Mask inFront;     // photo's size: what stays before the new garment, soft edges as they are; no size: nothing
  Outline outline;        // photo pixels: region and what lies before it joined, holes and notches between closed
  bool cutBelow = false;  // the photo's lower edge cuts the garment off
  FitWarnings warnings;
};

// Reads a worn garment's region. `region` and `inFront` (may be null) have the photo's size. BadInput when the region is empty or too small
// to fit anything to (less than 24 pixels across); several pieces are joined where something in front or a narrow gap parts them, else the
// largest counts and a warning says so.
Result<WornGarment> wornGarment(const mask::Mask& region, const mask::Mask* inFront);

}  // namespace retailor::garment
