#include "core/metrics/gradient_similarity.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/metrics/comparable.h"

namespace retailor::metrics {
namespace {

Result<void> checkGradients(const image::Bitmap& result, const image::Bitmap& truth) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (std::min(result.width(), result.height()) < 2)
    return badInput("The pictures are too small for gradients: both sides must be at least 2 pixels.");
  return {};
}

cv::Mat halvedLuma(const image::Bitmap& picture) {
  const cv::Mat luma = lumaOf(picture);
  cv::Mat half;
  cv::resize(luma(cv::Rect(0, 0, luma.cols & ~1, luma.rows & ~1)), half, {luma.cols / 2, luma.rows / 2}, 0, 0, cv::INTER_AREA);
  return half;
}

cv::Mat prewittMagnitude(const cv::Mat& luma) {
  const cv::Mat step = (cv::Mat_<double>(1, 3) << 1, 0, -1), sum = (cv::Mat_<double>(1, 3) << 1, 1, 1) / 3.0;
  cv::Mat across, down, magnitude;
  cv::sepFilter2D(luma, across, CV_64F, step, sum, {-1, -1}, 0, cv::BORDER_CONSTANT);
  cv::sepFilter2D(luma, down, CV_64F, sum, step, {-1, -1}, 0, cv::BORDER_CONSTANT);
  cv::magnitude(across, down, magnitude);
  return magnitude;
}

// Steps from each pixel to its neighbour at (dx, dy), for all but the last row and column.
cv::Mat steps(const cv::Mat& luma, int dx, int dy) {
  const cv::Size size(luma.cols - 1, luma.rows - 1);
  return luma(cv::Rect({dx, dy}, size)) - luma(cv::Rect({0, 0}, size));
}

}  // namespace

Result<double> gradientDeviation(const image::Bitmap& result, const image::Bitmap& truth) {
  if (const Result<void> good = checkGradients(result, truth); !good) return good.failure();
  constexpr double c = 170;
  const cv::Mat a = prewittMagnitude(halvedLuma(result)), b = prewittMagnitude(halvedLuma(truth));
  const cv::Mat likeness = (2 * a.mul(b) + c) / (a.mul(a) + b.mul(b) + c);
  cv::Scalar mean, deviation;
  cv::meanStdDev(likeness, mean, deviation);
  return deviation[0];
}

Result<double> gradientError(const image::Bitmap& result, const image::Bitmap& truth) {
  if (const Result<void> good = checkGradients(result, truth); !good) return good.failure();
  const cv::Mat a = lumaOf(result), b = lumaOf(truth);
  double sum = 0;
  for (const auto& [dx, dy] : {std::pair(1, 0), std::pair(0, 1)}) sum += cv::norm(steps(a, dx, dy), steps(b, dx, dy), cv::NORM_L1);
  return sum / 2 / (static_cast<double>(a.cols - 1) * (a.rows - 1));
}

}  // namespace retailor::metrics
