#pragma once

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::metrics {

// The numbers that a reported SSIM depends on.
inline constexpr int ssimWindow = 11;
inline constexpr double ssimSigma = 1.5;
inline constexpr double ssimK1 = 0.01;
inline constexpr double ssimK2 = 0.03;
inline constexpr int shortestMultiScaleSide = 176;  // eleven pixels are left at the fifth scale

enum class SsimOf { Colours, Luma };  // the mean of three channels, or of 0.299 R + 0.587 G + 0.114 B alone

// SSIM (Wang et al. 2004, eq. 13): Gaussian window of 11 taps and σ = 1.5, moments without Bessel's correction, C1 = (0.01·L)²,
// C2 = (0.03·L)²; the mean of the map without the 5 pixels at each edge. 1 for equal pictures, lower is worse.
// BadInput: the pictures do not compare, or a side is shorter than 11 pixels. Two seconds for 12 megapixels on one core.
Result<double> ssim(const image::Bitmap& result, const image::Bitmap& truth, SsimOf of = SsimOf::Colours);

// The mean of the whole map (beyond the edge pixels are mirrored, the edge's own twice) inside the mask. The window looks 5 pixels beyond
// the mask. BadInput as above, and for a mask that is empty or of another size.
Result<double> ssimInside(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask, SsimOf of = SsimOf::Colours);

// MS-SSIM (Wang et al. 2003): contrast and structure at four scales, all of SSIM at the fifth, halved by means of 2 × 2, each term no less
// than 0 before its power (0.0448, 0.2856, 0.3001, 0.2363, 0.1333); mean of the three channels. BadInput: a side is shorter than 161
// pixels.
Result<double> multiScaleSsim(const image::Bitmap& result, const image::Bitmap& truth);

}  // namespace retailor::metrics
