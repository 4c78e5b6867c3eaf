#include "core/regions/maps/tidy_parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/regions/body_part.h"

namespace retailor::regions {

namespace {

constexpr double kIslandShare = 0.0005;  // of the person's area
constexpr auto kShoes = static_cast<std::uint8_t>(BodyPart::Shoes);
constexpr auto kInherit = static_cast<std::uint8_t>(BodyPart::Inherit);

cv::Mat writable(mask::Labels& labels) { return {labels.height(), labels.width(), CV_8UC1, labels.row(0)}; }

// Every pixel of `asking` takes the label of the nearest pixel of `answering`.
void takeNearest(cv::Mat& parts, const cv::Mat& asking, const cv::Mat& answering) {
  if (cv::countNonZero(asking) == 0 || cv::countNonZero(answering) == 0) return;
  cv::Mat distance, nearest;
  cv::distanceTransform(answering == 0, distance, nearest, cv::DIST_L2, 5, cv::DIST_LABEL_PIXEL);
  std::vector<std::uint8_t> labelOf(parts.total() + 1);
  for (int y = 0; y < parts.rows; ++y)
    for (int x = 0; x < parts.cols; ++x)
      if (answering.at<std::uint8_t>(y, x)) labelOf[static_cast<std::size_t>(nearest.at<int>(y, x))] = parts.at<std::uint8_t>(y, x);
  for (int y = 0; y < parts.rows; ++y)
    for (int x = 0; x < parts.cols; ++x)
      if (asking.at<std::uint8_t>(y, x)) parts.at<std::uint8_t>(y, x) = labelOf[static_cast<std::size_t>(nearest.at<int>(y, x))];
}

// A crack is closed by one step of growing, so that one of its neighbours is of the person: those beside it go before those at its corners.
std::uint8_t labelBeside(const cv::Mat& parts, cv::Point at) {
  constexpr std::array<std::array<int, 2>, 8> kSteps{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};
  const cv::Rect all({0, 0}, parts.size());
  for (const auto& [dx, dy] : kSteps)
    if (const cv::Point other(at.x + dx, at.y + dy); all.contains(other) && parts.at<std::uint8_t>(other))
      return parts.at<std::uint8_t>(other);
  return 0;
}

void closeCracks(cv::Mat& parts) {
  const cv::Mat person = parts != 0;
  cv::Mat closed;
  cv::morphologyEx(person, closed, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8U));
  std::vector<cv::Point> cracks;
  cv::findNonZero(closed & (person == 0), cracks);
  std::vector<std::uint8_t> labels;
  for (const cv::Point& at : cracks) labels.push_back(labelBeside(parts, at));
  for (std::size_t i = 0; i < cracks.size(); ++i) parts.at<std::uint8_t>(cracks[i]) = labels[i];
}

// The label most of the nine have; the pixel keeps its own on a tie.
std::uint8_t majority(const cv::Mat& parts, int x, int y) {
  std::array<std::uint8_t, 9> seen;
  std::size_t count = 0;
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx) seen[count++] = parts.at<std::uint8_t>(y + dy, x + dx);
  const std::uint8_t own = parts.at<std::uint8_t>(y, x);
  std::uint8_t best = own;
  auto most = std::ranges::count(seen, own);
  for (const std::uint8_t label : seen)
    if (const auto votes = std::ranges::count(seen, label); votes > most) best = label, most = votes;
  return best;
}

void smoothBorders(cv::Mat& parts) {
  cv::Mat padded, highest, lowest;
  cv::copyMakeBorder(parts, padded, 1, 1, 1, 1, cv::BORDER_REPLICATE);
  cv::dilate(parts, highest, cv::Mat::ones(3, 3, CV_8U));
  cv::erode(parts, lowest, cv::Mat::ones(3, 3, CV_8U));
  std::vector<cv::Point> borders;
  cv::findNonZero(highest != lowest, borders);
  for (const cv::Point& at : borders) parts.at<std::uint8_t>(at) = majority(padded, at.x + 1, at.y + 1);
}

void markIslands(const cv::Mat& parts, std::uint8_t label, double least, cv::Mat& islands) {
  const cv::Mat own = parts == label;
  const cv::Rect within = cv::boundingRect(own);
  if (within.empty()) return;
  cv::Mat pieces, stats, centroids;
  const int count = cv::connectedComponentsWithStats(own(within), pieces, stats, centroids, 8);
  for (int piece = 1; piece < count; ++piece) {
    if (stats.at<int>(piece, cv::CC_STAT_AREA) >= least) continue;
    const cv::Rect around(stats.at<int>(piece, cv::CC_STAT_LEFT), stats.at<int>(piece, cv::CC_STAT_TOP),
                          stats.at<int>(piece, cv::CC_STAT_WIDTH), stats.at<int>(piece, cv::CC_STAT_HEIGHT));
    islands(around + within.tl()).setTo(255, pieces(around) == piece);
  }
}

// Round all islands there is a ring of what answers, or the picture's frame: nothing beyond it is nearer.
void dropIslands(cv::Mat& parts) {
  const double least = kIslandShare * cv::countNonZero(parts);
  cv::Mat islands = cv::Mat::zeros(parts.size(), CV_8U);
  for (const BodyPart part : allParts)
    if (static_cast<std::uint8_t>(part) != kShoes) markIslands(parts, static_cast<std::uint8_t>(part), least, islands);
  const cv::Rect found = cv::boundingRect(islands);
  if (found.empty()) return;
  const cv::Rect ring = cv::Rect(found.x - 1, found.y - 1, found.width + 2, found.height + 2) & cv::Rect({0, 0}, parts.size());
  cv::Mat near = parts(ring);
  takeNearest(near, islands(ring), islands(ring) == 0);
}

}  // namespace

void tidy(mask::Labels& labels) {
  if (labels.width() == 0 || labels.height() == 0) return;
  cv::Mat parts = writable(labels);
  const cv::Mat details = parts == kInherit;
  takeNearest(parts, details, (parts != 0) & (details == 0));
  parts.setTo(0, parts == kInherit);  // nothing to inherit from
  closeCracks(parts);
  smoothBorders(parts);
  dropIslands(parts);
}

}  // namespace retailor::regions
