#pragma once

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::metrics {

// How far samples lie apart, over all channels, on the samples' own scale (0..255, 0..65535 or 0..1).
struct PixelError {
  double mse = 0;   // mean of squares
  double mae = 0;   // mean of absolute differences
  double psnr = 0;  // 10·log10(L²/mse) in dB, L white; +infinity where nothing differs
};

// BadInput: sizes, channels or sample types differ, or a sample is no number.
Result<PixelError> pixelError(const image::Bitmap& result, const image::Bitmap& truth);

// Over the pixels inside the mask alone. BadInput also when there is none, or the mask has another size.
Result<PixelError> pixelErrorInside(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask);

}  // namespace retailor::metrics
