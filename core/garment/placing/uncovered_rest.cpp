#include "core/garment/placing/uncovered_rest.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr double kSliver = 8;  // pixels wide, on a photo 576 wide
constexpr double kPhotoUnit = 576;
constexpr double kWorthAWord = 0.015;  // of the old garment

// Area of what is wider than a sliver.
double wideArea(const cv::Mat& rest, double sliver) {
  cv::Mat wide;
  const int side = std::max(3, cvRound(sliver) | 1);
  cv::morphologyEx(rest, wide, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side}));
  return cv::countNonZero(wide);
}

void warn(double share, Uncovered rule, FitWarnings& warnings) {
  const std::string part = std::to_string(std::lround(100 * share)) + " % of the old garment is not covered by the new one: ";
  warnings.push_back({FitConcern::Uncovered, 100 * share,
                      part + (rule == Uncovered::Fill
                                  ? "what was hidden beneath it (arms, legs, neck) is not known and is filled from the photo around it."
                                  : "it stays as it is.")});
}

}  // namespace

mask::Mask uncoveredRest(const WornGarment& worn, const image::Rect& window, const mask::Mask& coverage, Uncovered rule,
                         FitWarnings& warnings) {
  mask::Mask rest(window.size());
  cv::Mat open = mask::writableMat(rest);
  open.setTo(255, (mask::readableMat(worn.region)(mask::toCv(window)) >= 128) & (mask::readableMat(coverage) < 255));
  if (worn.inFront.size() != image::Size{}) open.setTo(0, mask::readableMat(worn.inFront)(mask::toCv(window)) >= 128);
  const double old = cv::countNonZero(mask::readableMat(worn.region) >= 128);
  const double share = wideArea(open, kSliver * worn.photo.width / kPhotoUnit) / std::max(1.0, old);
  if (share > kWorthAWord) warn(share, rule, warnings);
  if (rule == Uncovered::KeepOldCloth) open.setTo(0);
  return rest;
}

}  // namespace retailor::garment
