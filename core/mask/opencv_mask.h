#pragma once

#include <opencv2/core.hpp>

#include "core/mask/mask.h"

namespace retailor::mask {

// The mask's own coverage as OpenCV sees it, without a copy; valid while the mask lives. For .cpp files only.
inline cv::Mat writableMat(Mask& mask) { return cv::Mat(mask.height(), mask.width(), CV_8UC1, mask.row(0)); }

inline const cv::Mat readableMat(const Mask& mask) {
  return cv::Mat(mask.height(), mask.width(), CV_8UC1, const_cast<std::uint8_t*>(mask.row(0)));
}

inline cv::Rect toCv(const image::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

// The coverage inside `rect`, binarised: 255 from `threshold` on, else 0. A copy.
inline cv::Mat binarised(const Mask& mask, const image::Rect& rect, int threshold) { return readableMat(mask)(toCv(rect)) >= threshold; }

}  // namespace retailor::mask
