#include "core/garment/silhouette/colour_bleed.h"

#include <vector>

#include <opencv2/imgproc.hpp>

namespace retailor::garment {
namespace {

// Where cloth is sure: deeper than the rim, or, where a strap has no such place, along its middle.
cv::Mat sureCloth(const cv::Mat& coverage, double rim) {
  cv::Mat depth, ridge;
  cv::distanceTransform(coverage >= 128, depth, cv::DIST_L2, cv::DIST_MASK_5);
  const cv::Mat deep = depth > rim;
  cv::Mat far;
  cv::distanceTransform(deep == 0, far, cv::DIST_L2, cv::DIST_MASK_5);
  cv::dilate(depth, ridge, cv::Mat::ones(3, 3, CV_8U));
  return deep | ((coverage >= 128) & (far > 3 * rim) & (depth >= ridge));
}

}  // namespace

cv::Mat bledOutward(const cv::Mat& rgb, const cv::Mat& coverage, double rim) {
  const cv::Mat sure = sureCloth(coverage, rim);
  if (cv::countNonZero(sure) == 0) return rgb.clone();
  cv::Mat unused, labels;
  cv::distanceTransform(sure == 0, unused, labels, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
  std::vector<cv::Vec3b> carried(sure.total() + 1);
  for (int y = 0; y < rgb.rows; ++y)
    for (int x = 0; x < rgb.cols; ++x)
      if (sure.at<std::uint8_t>(y, x)) carried[static_cast<std::size_t>(labels.at<int>(y, x))] = rgb.at<cv::Vec3b>(y, x);
  cv::Mat bled(rgb.size(), CV_8UC3);
  for (int y = 0; y < rgb.rows; ++y)
    for (int x = 0; x < rgb.cols; ++x) bled.at<cv::Vec3b>(y, x) = carried[static_cast<std::size_t>(labels.at<int>(y, x))];
  return bled;
}

}  // namespace retailor::garment
