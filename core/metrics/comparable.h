#pragma once

#include <array>
#include <opencv2/core.hpp>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

// What every metric begins with. For .cpp files of this room only.
namespace retailor::metrics {

// BadInput unless both are RGB without alpha, of one size and sample type, with at least one pixel, and every F32 sample is a finite
// number.
Result<void> checkComparable(const image::Bitmap& result, const image::Bitmap& truth);

// BadInput unless the mask has that size and a pixel of coverage 128 or more.
Result<void> checkInside(const mask::Mask& mask, image::Size size);

inline bool isInside(std::uint8_t coverage) { return coverage >= 128; }

// White: 255, 65535 or 1.
double rangeOf(image::SampleType type);

// One channel (0 red, 1 green, 2 blue) as CV_64F on the samples' own scale.
cv::Mat channelOf(const image::Bitmap& picture, int channel);

// 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601) as CV_64F on a scale of 0..255, not rounded.
cv::Mat lumaOf(const image::Bitmap& picture);

}  // namespace retailor::metrics
