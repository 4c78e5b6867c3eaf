#pragma once

#include <stop_token>
#include <string>

#include "core/garment/fit_settings.h"
#include "core/garment/fit_warning.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::garment {

// A garment's coverage in its picture, soft at the edge.
struct Silhouette {
  mask::Mask coverage;  // picture's size
  FitWarnings warnings;
};

// Finds it as cutGarment() says: `given`, alpha, plain backdrop, GrabCut. BadInput when there is none.
Result<Silhouette> silhouetteOf(const image::Bitmap& picture, const mask::Mask* given, const FitSettings& settings, const std::string& name,
                                std::stop_token stop);

}  // namespace retailor::garment
