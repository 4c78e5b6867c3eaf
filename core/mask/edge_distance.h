#pragma once

#include <opencv2/core.hpp>

#include "core/mask/mask.h"

namespace retailor::mask {

// The box of the pixels whose coverage is at least `threshold`, `reach` pixels and one more wider, within the mask. Empty when there are
// none. What lies outside it is farther than `reach` from them, and no pixel in it is nearer to anything outside than to something within.
image::Rect workArea(const Mask& mask, int threshold, double reach);

// Exact distance in pixels, centre to centre, to the nearest non-zero pixel of `target` (8 bit); infinity when there is none.
// 32-bit float. The frame counts for nothing: beyond it every pixel repeats the nearest one.
cv::Mat distanceTo(const cv::Mat& target);

}  // namespace retailor::mask
