#pragma once

#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/metrics/measurement.h"
#include "core/result.h"

namespace retailor::metrics {

// Everything that needs no weights, of a result and its truth: PSNR, SSIM (colours and luma) and MAE by every protocol, CIEDE2000 inside
// and in the crop, MS-SSIM, GMSD and the gradients' error pasted, the seam in the result as it came. What cannot be measured of these
// pictures goes to `lacking`, with the reason. Both U8, 3 channels. BadInput: the pictures do not compare, or the mask is empty or of
// another size.
Result<std::vector<Measurement>> pixelMeasurements(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask,
                                                   std::vector<NotMeasured>& lacking);

}  // namespace retailor::metrics
