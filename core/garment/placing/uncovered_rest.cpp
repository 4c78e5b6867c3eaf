#include "core/garment/placing/uncovered_rest.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <opencv2/imgproc.hpp>

#include "core/mask/connected_pieces.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr double kSliver = 8;  // pixels wide, on a photo 576 wide
constexpr double kPhotoUnit = 576;
constexpr double kCuffReach = 0.05;    // of the worn garment's longer side: as far a sleeve may lie from its cuff's pin
constexpr double kWorthAWord = 0.015;  // of the old garment

// What is wider than a sliver.
cv::Mat widePart(const cv::Mat& rest, double sliver) {
  cv::Mat wide;
  const int side = std::max(3, cvRound(sliver) | 1);
  cv::morphologyEx(rest, wide, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side}));
  return wide;
}

std::set<int> piecesUnder(const mask::ConnectedPieces& pieces, const cv::Mat& around) {
  std::set<int> found;
  for (int y = 0; y < around.rows; ++y)
    for (int x = 0; x < around.cols; ++x)
      if (around.at<std::uint8_t>(y, x)) found.insert(pieces.at(x, y));
  return found;
}

// Those pieces of `wide` that an old cuff lies on or near.
cv::Mat sleevesIn(const cv::Mat& wide, const std::vector<Point>& cuffs, const image::Rect& window, double near) {
  const mask::ConnectedPieces pieces(wide, 8);
  cv::Mat sleeves = cv::Mat::zeros(wide.size(), CV_8U);
  for (const Point& cuff : cuffs) {
    cv::Mat around = cv::Mat::zeros(wide.size(), CV_8U);
    cv::circle(around, {cvRound(cuff.x) - window.x, cvRound(cuff.y) - window.y}, cvRound(near), 255, cv::FILLED);
    around &= wide;
    pieces.assign(sleeves, 255, [&, found = piecesUnder(pieces, around)](int piece) { return found.contains(piece); });
  }
  return sleeves;
}

void warn(double share, const std::string& fate, FitWarnings& warnings) {
  if (share > kWorthAWord)
    warnings.push_back({FitConcern::Uncovered, 100 * share,
                        std::to_string(std::lround(100 * share)) + " % of the old garment is not covered by the new one: " + fate});
}

}  // namespace

mask::Mask uncoveredRest(const WornGarment& worn, const image::Rect& window, const mask::Mask& coverage, const RestRule& rule,
                         FitWarnings& warnings) {
  mask::Mask rest(window.size());
  cv::Mat open = mask::writableMat(rest);
  open.setTo(255, (mask::readableMat(worn.region)(mask::toCv(window)) >= 128) & (mask::readableMat(coverage) < 255));
  if (worn.inFront.size() != image::Size{}) open.setTo(0, mask::readableMat(worn.inFront)(mask::toCv(window)) >= 128);
  const double old = std::max(1, cv::countNonZero(mask::readableMat(worn.region) >= 128)), sliver = kSliver * worn.photo.width / kPhotoUnit;
  cv::Mat wide = widePart(open, sliver);
  if (rule.uncovered == Uncovered::KeepOldCloth) {
    warn(cv::countNonZero(wide) / old, "it stays as it is.", warnings);
    open.setTo(0);
    return rest;
  }
  if (rule.uncovered == Uncovered::KeepOldSleeves) {
    const cv::Mat sleeves = sleevesIn(wide, rule.oldCuffs, window, kCuffReach * std::max(worn.box.width, worn.box.height));
    warn(cv::countNonZero(sleeves) / old, "the old sleeves stay below the new ones, for the arms in them cannot be known.", warnings);
    wide.setTo(0, sleeves);
    cv::Mat around;
    cv::dilate(sleeves, around, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * cvRound(sliver) + 1, 2 * cvRound(sliver) + 1}));
    open.setTo(0, around);
  }
  warn(cv::countNonZero(wide) / old, "what was hidden beneath it (arms, legs, neck) is not known and is filled from the photo around it.",
       warnings);
  return rest;
}

}  // namespace retailor::garment
