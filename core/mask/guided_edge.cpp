#include "core/mask/guided_edge.h"

#include <opencv2/imgproc.hpp>

namespace retailor::mask {

namespace {

constexpr int kTile = 256;
constexpr double kEpsilon = 1e-4;  // of the guide's variance, guide 0..1

cv::Mat boxMean(const cv::Mat& picture, int radius) {
  cv::Mat mean;
  cv::boxFilter(picture, mean, CV_32F, {2 * radius + 1, 2 * radius + 1}, {-1, -1}, true, cv::BORDER_REFLECT);
  return mean;
}

// `target` as a linear function of the guide in every window, averaged over the windows a pixel lies in.
cv::Mat guidedFilter(const cv::Mat& guide, const cv::Mat& target, int radius) {
  const cv::Mat meanGuide = boxMean(guide, radius), meanTarget = boxMean(target, radius);
  const cv::Mat covariance = boxMean(guide.mul(target), radius) - meanGuide.mul(meanTarget);
  const cv::Mat variance = boxMean(guide.mul(guide), radius) - meanGuide.mul(meanGuide);
  const cv::Mat slope = covariance / (variance + kEpsilon);
  const cv::Mat offset = meanTarget - slope.mul(meanGuide);
  return boxMean(slope, radius).mul(guide) + boxMean(offset, radius);
}

// A window reaches 2 radius: the filter averages averages.
void refineTile(const cv::Mat& coverage, const cv::Mat& guide, int radius, const cv::Rect& tile, cv::Mat& refined) {
  const cv::Rect all({0, 0}, coverage.size());
  const cv::Rect wide = cv::Rect(tile.x - 2 * radius, tile.y - 2 * radius, tile.width + 4 * radius, tile.height + 4 * radius) & all;
  double least = 0, most = 0;
  cv::minMaxLoc(coverage(wide), &least, &most);
  if (least >= 128 || most < 128) {
    refined(tile) = most < 128 ? 0 : 255;
    return;
  }
  cv::Mat target, towards;
  coverage(wide).convertTo(target, CV_32F, 1.0 / 255);
  guide(wide).convertTo(towards, CV_32F, 1.0 / 255);
  const cv::Mat filtered = guidedFilter(towards, target, radius);
  cv::compare(filtered(tile - wide.tl()), 0.5, refined(tile), cv::CMP_GE);
}

}  // namespace

cv::Mat guidedEdge(const cv::Mat& coverage, const cv::Mat& guide, int radius, std::stop_token stop) {
  cv::Mat refined = coverage.clone();
  for (int y = 0; y < coverage.rows; y += kTile) {
    for (int x = 0; x < coverage.cols; x += kTile) {
      if (stop.stop_requested()) return refined;
      const cv::Rect tile = cv::Rect(x, y, kTile, kTile) & cv::Rect({0, 0}, coverage.size());
      refineTile(coverage, guide, radius, tile, refined);
    }
  }
  return refined;
}

cv::Mat separatingGuide(const cv::Mat& rgb, const cv::Mat& inside) {
  const cv::Scalar between = cv::mean(rgb, inside) - cv::mean(rgb, inside == 0);
  cv::Vec3d axis(between[0], between[1], between[2]);
  if (cv::norm(axis) < 1) axis = {0.299, 0.587, 0.114};
  // Scaled and moved so that 0..255 becomes 0..255 whatever the signs.
  const cv::Vec3d weights = axis / (std::abs(axis[0]) + std::abs(axis[1]) + std::abs(axis[2]));
  const double offset = -255 * (std::min(weights[0], 0.0) + std::min(weights[1], 0.0) + std::min(weights[2], 0.0));
  cv::Mat guide;
  cv::transform(rgb, guide, cv::Matx14d(weights[0], weights[1], weights[2], offset));
  return guide;
}

}  // namespace retailor::mask
