#pragma once

#include <array>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::metrics {

struct Lab {
  double l = 0;  // 0..100
  double a = 0;
  double b = 0;
};

// CIE 1976 L*a*b* under D65, 2° observer (white 0.95047, 1, 1.08883), of an sRGB colour (IEC 61966-2-1), each component 0..1. By the exact
// formulae, not OpenCV's tables.
Lab labOf(const std::array<double, 3>& srgb);

double colourDifference1976(const Lab& one, const Lab& other);

// CIEDE2000 (Sharma et al. 2005) with kL = kC = kH = 1: below 1 invisible, 2 to 3 just visible side by side, above 5 plain.
double colourDifference2000(const Lab& one, const Lab& other);

// Over the pixels of a pair of pictures.
struct ColourDifference {
  double mean1976 = 0;
  double mean2000 = 0;
  double most2000 = 0;
};

// BadInput: the pictures do not compare. Two seconds for 12 megapixels on one core.
Result<ColourDifference> colourDifference(const image::Bitmap& result, const image::Bitmap& truth);

// Inside the mask alone. BadInput also when it is empty or of another size.
Result<ColourDifference> colourDifferenceInside(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask);

}  // namespace retailor::metrics
