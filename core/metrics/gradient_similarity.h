#pragma once

#include "core/image/bitmap.h"
#include "core/result.h"

namespace retailor::metrics {

// GMSD (Xue et al. 2014): the standard deviation over the picture of how alike luma's gradient magnitudes are; luma halved by means of 2 ×
// 2, Prewitt's filter divided by 3, zeros beyond the edge, c = 170 on a scale of 0..255. 0 for equal pictures, higher is worse. BadInput:
// the pictures do not compare, or a side is shorter than 2 pixels.
Result<double> gradientDeviation(const image::Bitmap& result, const image::Bitmap& truth);

// Mean absolute difference of luma's steps to the next pixel, across and down, in grey levels of 0..255: rises when a picture is blurred.
// BadInput as above.
Result<double> gradientError(const image::Bitmap& result, const image::Bitmap& truth);

}  // namespace retailor::metrics
