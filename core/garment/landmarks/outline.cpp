#include "core/garment/landmarks/outline.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <opencv2/imgproc.hpp>

#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr int kChainSmoothing = 8;  // of a border's pixels: their steps make slanting sides up to a twelfth longer than straight ones
constexpr int kOutlineSmoothing = 2;

double signedArea(const Outline& outline) {
  double area = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) area += cross(outline[i], outline[(i + 1) % outline.size()]);
  return area / 2;
}

// Binomial weights 1 2 1 round the loop, so many times.
Outline smoothed(Outline outline, int times) {
  const std::size_t n = outline.size();
  for (int k = 0; k < times; ++k) {
    const Outline before = outline;
    for (std::size_t i = 0; i < n; ++i) outline[i] = 0.25 * before[(i + n - 1) % n] + 0.5 * before[i] + 0.25 * before[(i + 1) % n];
  }
  return outline;
}

// The same loop with the place at `index` (fractional) put in front.
Outline begunAt(const Outline& outline, double index) {
  const std::size_t n = outline.size(), before = static_cast<std::size_t>(index) % n;
  const Point first = pointAt(outline, index);
  Outline result{first};
  for (std::size_t i = 1; i <= n; ++i)
    if (const Point p = outline[(before + i) % n]; i < n || !(p == first)) result.push_back(p);
  return result;
}

}  // namespace

double perimeter(const Outline& outline) {
  double sum = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) sum += distance(outline[i], outline[(i + 1) % outline.size()]);
  return sum;
}

Outline resampled(const Outline& outline, int points) {
  const double step = perimeter(outline) / points;
  Outline result;
  double along = 0;  // arc length at the start of the present side
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point from = outline[i], to = outline[(i + 1) % outline.size()];
    const double side = distance(from, to);
    while (static_cast<int>(result.size()) < points && static_cast<double>(result.size()) * step < along + side)
      result.push_back(between(from, to, (static_cast<double>(result.size()) * step - along) / side));
    along += side;
  }
  while (static_cast<int>(result.size()) < points && !outline.empty()) result.push_back(outline.front());
  return result;
}

Outline outlineOf(const mask::Mask& mask, int points) {
  const image::Rect support = mask.support();
  if (support.empty()) return {};
  std::vector<std::vector<cv::Point>> borders;
  cv::findContours(mask::binarised(mask, support, 128), borders, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  const auto larger = [](const auto& a, const auto& b) { return cv::contourArea(a) < cv::contourArea(b); };
  const auto largest = std::ranges::max_element(borders, larger);
  if (largest == borders.end() || largest->size() < 8) return {};
  Outline outline;
  for (const cv::Point& p : *largest) outline.push_back({p.x + support.x + 0.5, p.y + support.y + 0.5});
  if (signedArea(outline) < 0) std::ranges::reverse(outline);
  const Outline chain = smoothed(begunAt(outline, topCentre(outline)), kChainSmoothing);
  return smoothed(resampled(chain, points), kOutlineSmoothing);
}

Outline mirroredOutline(const Outline& outline, double width) {
  Outline result;
  for (const Point& p : outline) result.push_back({width - p.x, p.y});
  if (!result.empty()) std::reverse(result.begin() + 1, result.end());
  return result;
}

std::size_t nearestIndex(const Outline& outline, Point place) {
  const auto nearer = [&](Point a, Point b) { return distance(a, place) < distance(b, place); };
  return static_cast<std::size_t>(std::ranges::min_element(outline, nearer) - outline.begin());
}

double nearestPosition(const Outline& outline, Point place) {
  const std::size_t n = outline.size(), at = nearestIndex(outline, place);
  double best = static_cast<double>(at), least = distance(outline[at], place);
  for (const std::size_t from : {(at + n - 1) % n, at}) {
    const Point a = outline[from], along = outline[(from + 1) % n] - a;
    const double share = std::clamp(dot(place - a, along) / std::max(1e-12, dot(along, along)), 0.0, 1.0);
    if (const double off = distance(a + share * along, place); off < least) least = off, best = static_cast<double>(from) + share;
  }
  return best;
}

Point pointAt(const Outline& outline, double index) {
  const auto n = static_cast<double>(outline.size());
  const double wrapped = index - n * std::floor(index / n);
  const auto at = std::min(static_cast<std::size_t>(wrapped), outline.size() - 1);
  return between(outline[at], outline[(at + 1) % outline.size()], wrapped - std::floor(wrapped));
}

Extent extentOf(const Outline& outline) {
  Extent box{outline.front(), outline.front()};
  for (const Point& p : outline) {
    box.from = {std::min(box.from.x, p.x), std::min(box.from.y, p.y)};
    box.to = {std::max(box.to.x, p.x), std::max(box.to.y, p.y)};
  }
  return box;
}

double topCentre(const Outline& outline) {
  const Extent box = extentOf(outline);
  const double middle = (box.from.x + box.to.x) / 2;
  double index = 0, highest = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i], b = outline[(i + 1) % outline.size()];
    if ((a.x < middle) == (b.x < middle)) continue;
    const double share = (middle - a.x) / (b.x - a.x), y = a.y + share * (b.y - a.y);
    if (y < highest) highest = y, index = static_cast<double>(i) + share;
  }
  return index;
}

}  // namespace retailor::garment
