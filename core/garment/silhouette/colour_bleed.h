#pragma once

#include <opencv2/core.hpp>

namespace retailor::garment {

// `rgb` (8 bit, 3 channels) with every pixel that is not well inside `coverage` (8 bit) replaced by the nearest that is, so that resampling
// never meets the backdrop. `rim`: how many pixels inside the edge still show some of it. Narrow straps keep their own colours.
cv::Mat bledOutward(const cv::Mat& rgb, const cv::Mat& coverage, double rim);

}  // namespace retailor::garment
