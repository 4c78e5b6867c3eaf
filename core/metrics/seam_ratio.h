#pragma once

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::metrics {

// Whether the border of what was filled in shows, without any truth.
struct Seam {
  double crossStep = 0;  // mean step of luma (0..255) between neighbours of which one is inside the mask
  double nearStep = 0;   // the same for neighbours on one side, 2 to 6 pixels from the other; 0 where there are none
  double ratio = 0;      // (crossStep + 1) / (nearStep + 1): 1 is invisible, above 1.5 is worth a look, above 2.5 plain
};

// BadInput: the picture is not RGB, or the mask is empty, covers everything, or has another size.
Result<Seam> seamOf(const image::Bitmap& picture, const mask::Mask& mask);

}  // namespace retailor::metrics
