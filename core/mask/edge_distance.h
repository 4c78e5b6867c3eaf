#pragma once

#include <opencv2/core.hpp>

#include "core/mask/mask.h"

namespace retailor::mask {

// The box of the pixels whose coverage is at least `threshold`, widened by `reach` and one more pixel, within the mask. Empty when there
// are none. Distances up to `reach` measured in it are those of the whole mask.
image::Rect workArea(const Mask& mask, int threshold, double reach);

// Exact distance in pixels, centre to centre, to the nearest non-zero pixel of `target` (8 bit); 3e7 when there is none.
// 32-bit float. The frame counts for nothing: beyond it every pixel repeats the nearest one.
cv::Mat distanceTo(const cv::Mat& target);

}  // namespace retailor::mask
