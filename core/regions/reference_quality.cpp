#include "core/regions/reference_quality.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/mask/alpha_mask.h"

namespace retailor::regions {

namespace {

constexpr int kLeastReferenceSide = 64;
constexpr double kLeastReferenceShare = 0.01;
constexpr int kSharpnessSide = 256;
constexpr double kLeastVariance = 12;  // of grey levels squared; plain cloth with its outline has 100 and more
constexpr double kCutShare = 0.25;     // of the side of what counts

double laplacianVariance(const image::Bitmap& picture, const image::Rect& box) {
  cv::Mat grey, small, laplacian, mean, deviation;
  cv::cvtColor(image::toCv(picture)(cv::Rect(box.x, box.y, box.width, box.height)), grey,
               picture.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
  const double scale = std::min(1.0, static_cast<double>(kSharpnessSide) / std::max(box.width, box.height));
  const cv::Size size(std::max(1, static_cast<int>(scale * box.width)), std::max(1, static_cast<int>(scale * box.height)));
  cv::resize(grey, small, size, 0, 0, cv::INTER_AREA);
  cv::Laplacian(small, laplacian, CV_32F);
  cv::meanStdDev(laplacian, mean, deviation);
  return deviation.at<double>(0) * deviation.at<double>(0);
}

int insideAlongRow(const mask::Mask& mask, int y) {
  return static_cast<int>(std::count_if(mask.row(y), mask.row(y) + mask.width(), [](std::uint8_t one) { return one >= 128; }));
}

int insideAlongColumn(const mask::Mask& mask, int x) {
  int inside = 0;
  for (int y = 0; y < mask.height(); ++y) inside += mask.at(x, y) >= 128;
  return inside;
}

bool isCutOff(const mask::Mask& mask, const image::Rect& box) {
  return std::max(insideAlongRow(mask, 0), insideAlongRow(mask, mask.height() - 1)) > kCutShare * box.width ||
         std::max(insideAlongColumn(mask, 0), insideAlongColumn(mask, mask.width() - 1)) > kCutShare * box.height;
}

}  // namespace

std::vector<ReferenceConcern> concernsOf(const image::Bitmap& picture, const mask::Mask* mask) {
  std::vector<ReferenceConcern> concerns;
  const auto alpha = mask ? std::nullopt : mask::alphaMask(picture);
  const mask::Mask* counts = mask ? mask : alpha ? &*alpha : nullptr;
  if (counts && counts->size() != picture.size()) return concerns;
  const image::Rect box = counts ? counts->support() : image::Rect{0, 0, picture.width(), picture.height()};
  if (box.empty()) return concerns;
  if (std::min(box.width, box.height) < kLeastReferenceSide) concerns.push_back(ReferenceConcern::TooSmall);
  if (counts && counts->share() < kLeastReferenceShare) concerns.push_back(ReferenceConcern::TooLittle);
  if (laplacianVariance(picture, box) < kLeastVariance) concerns.push_back(ReferenceConcern::Blurred);
  if (counts && !counts->isFull() && isCutOff(*counts, box)) concerns.push_back(ReferenceConcern::CutOff);
  return concerns;
}

}  // namespace retailor::regions
