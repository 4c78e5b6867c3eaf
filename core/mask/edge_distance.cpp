#include "core/mask/edge_distance.h"

#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/mask/opencv_mask.h"

namespace retailor::mask {

image::Rect workArea(const Mask& mask, int threshold, double reach) {
  const image::Rect support = mask.support();
  if (support.empty()) return {};
  const cv::Rect box =
      cv::boundingRect(threshold <= 1 ? cv::Mat(readableMat(mask)(toCv(support)) > 0) : binarised(mask, support, threshold));
  if (box.empty()) return {};
  const int most = std::max(mask.width(), mask.height());
  const int by = static_cast<int>(std::min(std::ceil(reach), double(most))) + 1;
  return intersected(image::grown({support.x + box.x, support.y + box.y, box.width, box.height}, by), mask.bounds());
}

cv::Mat distanceTo(const cv::Mat& target) {
  cv::Mat distance;
  // OpenCV measures to zero pixels.
  cv::distanceTransform(target == 0, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE, CV_32F);
  return distance;
}

}  // namespace retailor::mask
