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

void closeCracks(cv::Mat& parts) {
  const cv::Mat person = parts != 0;
  cv::Mat closed;
  cv::morphologyEx(person, closed, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8U));
  takeNearest(parts, closed & (person == 0), person);
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

bool allAlike(const cv::Mat& parts, int x, int y) {
  const std::uint8_t own = parts.at<std::uint8_t>(y, x);
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx)
      if (parts.at<std::uint8_t>(y + dy, x + dx) != own) return false;
  return true;
}

void smoothBorders(cv::Mat& parts) {
  cv::Mat padded;
  cv::copyMakeBorder(parts, padded, 1, 1, 1, 1, cv::BORDER_REPLICATE);
  for (int y = 0; y < parts.rows; ++y)
    for (int x = 0; x < parts.cols; ++x)
      if (!allAlike(padded, x + 1, y + 1)) parts.at<std::uint8_t>(y, x) = majority(padded, x + 1, y + 1);
}

void markIslands(const cv::Mat& parts, std::uint8_t label, double least, cv::Mat& islands) {
  cv::Mat pieces, stats, centroids;
  const int count = cv::connectedComponentsWithStats(parts == label, pieces, stats, centroids, 8);
  std::vector<char> small(static_cast<std::size_t>(count));
  for (int piece = 1; piece < count; ++piece) small[static_cast<std::size_t>(piece)] = stats.at<int>(piece, cv::CC_STAT_AREA) < least;
  if (std::ranges::find(small, 1) == small.end()) return;
  for (int y = 0; y < parts.rows; ++y)
    for (int x = 0; x < parts.cols; ++x)
      if (small[static_cast<std::size_t>(pieces.at<int>(y, x))]) islands.at<std::uint8_t>(y, x) = 255;
}

void dropIslands(cv::Mat& parts) {
  const double least = kIslandShare * cv::countNonZero(parts);
  cv::Mat islands = cv::Mat::zeros(parts.size(), CV_8U);
  for (const BodyPart part : allParts)
    if (static_cast<std::uint8_t>(part) != kShoes) markIslands(parts, static_cast<std::uint8_t>(part), least, islands);
  takeNearest(parts, islands, islands == 0);
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
