#include "core/garment/landmarks/outline.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

double signedArea(const Outline& outline) {
  double area = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) area += cross(outline[i], outline[(i + 1) % outline.size()]);
  return area / 2;
}

// Binomial weights 1 2 1 round the loop: takes the pixel steps out and little else.
Outline smoothed(const Outline& outline) {
  const std::size_t n = outline.size();
  Outline result(n);
  for (std::size_t i = 0; i < n; ++i) result[i] = 0.25 * outline[(i + n - 1) % n] + 0.5 * outline[i] + 0.25 * outline[(i + 1) % n];
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
  return smoothed(smoothed(resampled(outline, points)));
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

}  // namespace retailor::garment
