#include "core/garment/mesh/sheet.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <opencv2/imgproc.hpp>

namespace retailor::garment {
namespace {

constexpr double kClearance = 0.6;  // of the spacing: how far inside the rim the grid begins

double signedArea(Point a, Point b, Point c) { return cross(b - a, c - a) / 2; }

void addRim(Sheet& sheet, const Outline& outline, std::vector<double> fixed, double spacing) {
  std::ranges::sort(fixed);
  fixed.erase(std::unique(fixed.begin(), fixed.end()), fixed.end());
  if (fixed.empty()) fixed.push_back(0);
  const auto n = static_cast<double>(outline.size());
  const double step = perimeter(outline) / n;
  for (std::size_t k = 0; k < fixed.size(); ++k) {
    const double from = fixed[k], to = k + 1 < fixed.size() ? fixed[k + 1] : fixed[0] + n;
    const int count = std::max(1, static_cast<int>(std::lround((to - from) * step / spacing)));
    for (int i = 0; i < count; ++i) {
      sheet.along.push_back(std::fmod(from + (to - from) * i / count, n));
      sheet.corners.push_back(pointAt(outline, sheet.along.back()));
    }
  }
  sheet.rim = sheet.corners.size();
}

// Hexagons about the middle line of the outline's box.
void addGrid(Sheet& sheet, const Outline& outline, double spacing) {
  std::vector<cv::Point2f> border;
  for (const Point& p : outline) border.emplace_back(static_cast<float>(p.x), static_cast<float>(p.y));
  const Extent box = extentOf(outline);
  const double middle = (box.from.x + box.to.x) / 2, down = spacing * std::sqrt(3.0) / 2;
  const int half = static_cast<int>((box.to.x - middle) / spacing) + 1;
  int line = 0;
  for (double y = box.from.y + down / 2; y < box.to.y; y += down, ++line)
    for (int k = -half; k <= half; ++k) {
      const double x = middle + (line % 2 == 0 ? k : k + 0.5) * spacing;
      if (cv::pointPolygonTest(border, {static_cast<float>(x), static_cast<float>(y)}, true) >= kClearance * spacing)
        sheet.corners.push_back({x, y});
    }
}

// Delaunay by OpenCV's subdivision; corners are told apart by their coordinates as floats.
std::vector<std::array<int, 3>> delaunay(const std::vector<Point>& corners) {
  std::map<std::pair<float, float>, int> index;
  double right = 0, bottom = 0;
  for (const Point& p : corners) right = std::max(right, p.x), bottom = std::max(bottom, p.y);
  cv::Subdiv2D division(cv::Rect(-2, -2, static_cast<int>(right) + 8, static_cast<int>(bottom) + 8));
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const cv::Point2f p(static_cast<float>(corners[i].x), static_cast<float>(corners[i].y));
    if (index.emplace(std::pair(p.x, p.y), static_cast<int>(i)).second) division.insert(p);
  }
  std::vector<cv::Vec6f> found;
  division.getTriangleList(found);
  std::vector<std::array<int, 3>> triangles;
  for (const cv::Vec6f& t : found) {
    const auto a = index.find({t[0], t[1]}), b = index.find({t[2], t[3]}), c = index.find({t[4], t[5]});
    if (a == index.end() || b == index.end() || c == index.end()) continue;
    std::array<int, 3> triangle{a->second, b->second, c->second};
    const double area = signedArea(corners[static_cast<std::size_t>(triangle[0])], corners[static_cast<std::size_t>(triangle[1])],
                                   corners[static_cast<std::size_t>(triangle[2])]);
    if (area < 0) std::swap(triangle[1], triangle[2]);
    if (std::abs(area) > 1e-3) triangles.push_back(triangle);
  }
  return triangles;
}

Point middleOf(const Sheet& sheet, const std::array<int, 3>& triangle) {
  return placeOf(sheet.corners, triangle, {1.0 / 3, 1.0 / 3, 1.0 / 3});
}

void keepCloth(Sheet& sheet, const Outline& outline) {
  std::vector<cv::Point2f> border;
  for (const Point& p : outline) border.emplace_back(static_cast<float>(p.x), static_cast<float>(p.y));
  std::erase_if(sheet.triangles, [&](const std::array<int, 3>& triangle) {
    const Point middle = middleOf(sheet, triangle);
    return cv::pointPolygonTest(border, cv::Point2f(static_cast<float>(middle.x), static_cast<float>(middle.y)), false) < 0;
  });
}

// Which side of the line from shoulder to armpit: sleeves lie beyond it.
ClothLayer layerOf(Point middle, const LandmarkPlaces& landmarks) {
  const auto beyond = [&](Landmark shoulder, Landmark armpit, double outward) {
    const auto top = landmarks.find(shoulder), pit = landmarks.find(armpit);
    if (top == landmarks.end() || pit == landmarks.end()) return false;
    return outward * cross(pit->second - top->second, middle - top->second) > 0;
  };
  if (beyond(Landmark::ShoulderLeft, Landmark::ArmpitLeft, 1)) return ClothLayer::LeftSleeve;
  return beyond(Landmark::ShoulderRight, Landmark::ArmpitRight, -1) ? ClothLayer::RightSleeve : ClothLayer::Torso;
}

// Corners that no triangle uses would hang in the air.
void dropUnused(Sheet& sheet) {
  std::vector<int> renumbered(sheet.corners.size(), -1);
  for (const auto& triangle : sheet.triangles)
    for (const int corner : triangle) renumbered[static_cast<std::size_t>(corner)] = 0;
  Sheet kept;
  for (std::size_t i = 0; i < sheet.corners.size(); ++i) {
    if (renumbered[i] < 0) continue;
    renumbered[i] = static_cast<int>(kept.corners.size());
    kept.corners.push_back(sheet.corners[i]);
    if (i < sheet.rim) kept.along.push_back(sheet.along[i]);
  }
  kept.rim = kept.along.size();
  kept.triangles = sheet.triangles;
  for (auto& triangle : kept.triangles)
    for (int& corner : triangle) corner = renumbered[static_cast<std::size_t>(corner)];
  sheet = std::move(kept);
}

}  // namespace

Point placeOf(const std::vector<Point>& corners, const std::array<int, 3>& triangle, const std::array<double, 3>& shares) {
  Point place;
  for (std::size_t k = 0; k < 3; ++k) place += shares[k] * corners[static_cast<std::size_t>(triangle[k])];
  return place;
}

OnTriangle locate(const std::vector<Point>& corners, const std::vector<std::array<int, 3>>& triangles, Point place) {
  OnTriangle best;
  double least = -1e300;
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    const Point a = corners[static_cast<std::size_t>(triangles[t][0])], b = corners[static_cast<std::size_t>(triangles[t][1])],
                c = corners[static_cast<std::size_t>(triangles[t][2])];
    const double area = cross(b - a, c - a);
    if (std::abs(area) < 1e-9) continue;
    const std::array<double, 3> shares{cross(b - place, c - place) / area, cross(c - place, a - place) / area,
                                       cross(a - place, b - place) / area};
    const double depth = *std::ranges::min_element(shares);
    if (depth > least) least = depth, best = {static_cast<int>(t), shares, depth >= -1e-9};
  }
  return best;
}

Sheet sheetOf(const Outline& outline, const LandmarkPlaces& landmarks, std::vector<double> fixed, double spacing) {
  Sheet sheet;
  addRim(sheet, outline, std::move(fixed), spacing);
  addGrid(sheet, outline, spacing);
  sheet.triangles = delaunay(sheet.corners);
  keepCloth(sheet, outline);
  dropUnused(sheet);
  for (const auto& triangle : sheet.triangles) sheet.layers.push_back(layerOf(middleOf(sheet, triangle), landmarks));
  return sheet;
}

}  // namespace retailor::garment
