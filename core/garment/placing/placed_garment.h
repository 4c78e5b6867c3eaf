#pragma once

#include <stop_token>

#include "core/garment/fit_session.h"
#include "core/image/bitmap.h"

namespace retailor::garment {

// A garment drawn on the photo: what any completion method can start from, and what is left for it to do.
struct PlacedGarment {
  image::Rect window;     // photo pixels, within the photo; everything below has its size
  image::Bitmap picture;  // F32 sRGB 0..1, 3 channels: the cloth in the worn garment's light; means nothing where coverage is 0
  mask::Mask coverage;    // soft; 0 on what is in front
  mask::Mask rest;        // 255 where the old garment would show and is to be filled; never under full coverage, nor on what is in front
  FitWarnings warnings;   // of the light and of what is uncovered
};

// Draws the fitted garment. `photo` is sRGB U8, 3 or 4 channels. Same bytes on any number of threads. Cancelled by `stop` (looked at every
// few milliseconds): an empty picture. About 0.3 s at a megapixel.
Result<PlacedGarment> placedGarment(const image::Bitmap& photo, const GarmentCut& cut, const WornGarment& worn, const FitSession& session,
                                    std::stop_token stop = {});

// The cloth alone, quickly and without light, while a pin is dragged: U8 RGBA of `window` (photo pixels) at `scale` (0..1] of its size.
image::Bitmap clothPreview(const GarmentCut& cut, const FitMesh& mesh, const FitSettings& settings, const image::Rect& window,
                           double scale);

}  // namespace retailor::garment
