#pragma once

#include "core/image/bitmap.h"

namespace retailor::image {

// Resamples with half-pixel centres: x_source = (x + 0.5) / scale - 0.5. Shrinking averages areas in linear light,
// growing is bicubic, clamped. Alpha is premultiplied while filtering. Result has the source's type and channels. Any thread.
Bitmap resized(const Bitmap& source, Size size);

// For masks and label-free coverage (1 channel, U8): area average when shrinking, bilinear when growing; no transfer curve.
Bitmap resizedCoverage(const Bitmap& source, Size size);

// The largest size of the same shape that fits into `box`; never larger than `source`.
Size fittedInto(Size source, Size box);

}  // namespace retailor::image
