#include "core/garment/matching/worn_garment.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/mask/connected_pieces.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr int kWornOutlinePoints = 600;
constexpr int kWornWorkingSide = 384;  // notches and gaps are closed at this size
constexpr int kLeastSide = 24;         // photo pixels
constexpr double kPieceShare = 0.08;   // of the largest piece: smaller ones are specks
constexpr double kNotch = 0.0025;      // of the longer side: closed anyway; more would fill the gap between two legs
constexpr double kGapStep = 0.02;
constexpr double kBehindFront = 0.10;  // closed where something in front explains it
constexpr double kCutOff = 0.3;        // of its width that must lie on the photo's lower edge
constexpr double kWidestGap = 0.12;    // between two pieces that are one garment

cv::Mat disc(double radius) {
  const int r = std::max(1, cvRound(radius));
  return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * r + 1, 2 * r + 1});
}

// Closes gaps up to twice the radius wide. The border keeps clear of the frame, so that nothing grows along it.
cv::Mat closed(const cv::Mat& part, double radius) {
  const int margin = cvRound(radius) + 2;
  cv::Mat wide, result;
  cv::copyMakeBorder(part, wide, margin, margin, margin, margin, cv::BORDER_CONSTANT, 0);
  cv::morphologyEx(wide, result, cv::MORPH_CLOSE, disc(radius));
  return result(cv::Rect(margin, margin, part.cols, part.rows)).clone();
}

int significantPieces(const cv::Mat& part) {
  const mask::ConnectedPieces pieces(part, 8);
  int largest = 0, count = 0;
  for (int piece = 1; piece < pieces.count(); ++piece) largest = std::max(largest, pieces.area(piece));
  for (int piece = 1; piece < pieces.count(); ++piece) count += pieces.area(piece) >= kPieceShare * largest;
  return count;
}

void removeSpecks(cv::Mat part) {
  const mask::ConnectedPieces pieces(part, 8);
  int largest = 0;
  for (int piece = 1; piece < pieces.count(); ++piece) largest = std::max(largest, pieces.area(piece));
  pieces.assign(part, 0, [&](int piece) { return pieces.area(piece) < kPieceShare * largest; });
}

// The garment without what lies before it: notches and gaps that something in front explains are closed.
cv::Mat joined(const cv::Mat& region, const cv::Mat& inFront, bool& apart) {
  const double side = std::max(region.cols, region.rows);
  cv::Mat whole = region.clone();
  if (!inFront.empty()) {
    const cv::Mat wide = closed(region | inFront, kNotch * side) & closed(region, kBehindFront * side);
    whole |= wide & (inFront | whole);
  }
  apart = significantPieces(whole) > 1;
  for (double gap = kGapStep; apart && gap <= kWidestGap; gap += kGapStep) {
    whole |= closed(region, gap * side);
    if (significantPieces(whole) == 1) break;
  }
  return whole;
}

void keepLargestPiece(cv::Mat part) {
  const mask::ConnectedPieces pieces(part, 8);
  int largest = 0;
  for (int piece = 1; piece < pieces.count(); ++piece)
    if (largest == 0 || pieces.area(piece) > pieces.area(largest)) largest = piece;
  pieces.assign(part, 0, [&](int piece) { return piece != largest; });
}

mask::Mask binarisedWhole(const mask::Mask& mask) {
  mask::Mask hard(mask.size());
  mask::binarised(mask, mask.bounds(), 128).copyTo(mask::writableMat(hard));
  return hard;
}

// Region and closed gaps, at full size inside `box`.
cv::Mat joinedInBox(const WornGarment& worn, bool& apart) {
  const cv::Rect box = mask::toCv(worn.box);
  const cv::Mat region = mask::readableMat(worn.region)(box);
  const double scale = std::min(1.0, static_cast<double>(kWornWorkingSide) / std::max(box.width, box.height));
  const cv::Size small(std::max(1, cvRound(box.width * scale)), std::max(1, cvRound(box.height * scale)));
  cv::Mat smallRegion, smallFront, whole;
  cv::resize(region, smallRegion, small, 0, 0, cv::INTER_AREA);
  smallRegion = smallRegion >= 128;
  if (worn.inFront.size() == worn.photo) {
    cv::resize(mask::readableMat(worn.inFront)(box), smallFront, small, 0, 0, cv::INTER_AREA);
    smallFront = smallFront >= 128;
  }
  // Only what was closed comes from the small picture: the region's own edge stays where it is.
  const cv::Mat closed = joined(smallRegion, smallFront, apart);
  cv::Mat added = closed & (smallRegion == 0);
  if (cv::countNonZero(added) == 0) return region.clone();
  cv::dilate(added, added, cv::Mat::ones(3, 3, CV_8U));
  cv::resize(added & closed, whole, box.size(), 0, 0, cv::INTER_LINEAR);
  return (whole >= 128) | region;
}

bool cutOffBelow(const mask::Mask& whole, const image::Rect& box) {
  const int last = whole.height() - 1;
  return cv::countNonZero(mask::readableMat(whole).row(last) >= 128) > kCutOff * box.width;
}

}  // namespace

Result<WornGarment> wornGarment(const mask::Mask& region, const mask::Mask* inFront) {
  WornGarment worn;
  worn.photo = region.size();
  worn.region = binarisedWhole(region);
  if (worn.region.isEmpty()) return badInput("The region of the worn garment is empty; mark the garment that is to be replaced.");
  removeSpecks(mask::writableMat(worn.region));
  worn.box = worn.region.support();
  if (std::min(worn.box.width, worn.box.height) < kLeastSide)
    return badInput("The region of the worn garment is only " + std::to_string(worn.box.width) + " × " + std::to_string(worn.box.height) +
                    " pixels, too small to fit a garment to; mark the whole garment.");
  if (inFront) worn.inFront = *inFront;
  bool apart = false;
  mask::Mask whole(worn.photo);
  joinedInBox(worn, apart).copyTo(mask::writableMat(whole)(mask::toCv(worn.box)));
  if (apart)
    worn.warnings.push_back({FitConcern::Pieces, static_cast<double>(significantPieces(mask::readableMat(worn.region))),
                             "The region of the worn garment is in pieces: mark what lies before it as in front, or close the gaps."});
  keepLargestPiece(mask::writableMat(whole));
  worn.outline = outlineOf(whole, kWornOutlinePoints);
  worn.cutBelow = cutOffBelow(whole, worn.box);
  if (worn.outline.empty()) return badInput("The region of the worn garment has no outline to fit to; mark the whole garment.");
  return worn;
}

}  // namespace retailor::garment
