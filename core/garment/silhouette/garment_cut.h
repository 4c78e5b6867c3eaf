#pragma once

#include <memory>
#include <stop_token>

#include "core/garment/fit_settings.h"
#include "core/garment/fit_warning.h"
#include "core/garment/landmarks/outline.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::garment {

// A garment cut out of its picture and read: does not depend on the photo it will be fitted to. Immutable once made; share it.
struct GarmentCut {
  image::Bitmap colour;  // the picture's size, U8 sRGB, 3 channels; beyond the cloth its own colours go on, so no backdrop is sampled
  mask::Mask coverage;   // soft edge, inside of the collar taken away
  GarmentKind kind = GarmentKind::Sleeved;
  Outline outline;            // of the coverage at one half, picture pixels
  LandmarkPlaces landmarks;   // picture pixels, on the outline
  std::vector<Point> collar;  // the path along which the inside of the collar was cut, picture pixels; empty: none
  bool flipped = false;       // everything above is mirrored left to right
  FitWarnings warnings;
};

// The settings that a cut depends on; the others leave it as it is, so that the window knows when to cut anew.
bool sameCut(const FitSettings& a, const FitSettings& b);

// Cuts the garment out of `picture` (sRGB U8, 3 or 4 channels): by `given` where it is not null (picture's size), else by its alpha, else
// by its plain backdrop (robust plane through the border's Lab colours), else by GrabCut. BadInput when no garment is found, when the mask
// is empty or when the outline is nothing this row could be. `name` stands for the picture in sentences. 0.1 to 1 s at a megapixel: worker.
Result<GarmentCut> cutGarment(const image::Bitmap& picture, const mask::Mask* given, GarmentRow row, const FitSettings& settings,
                              const std::string& name, std::stop_token stop = {});

}  // namespace retailor::garment
