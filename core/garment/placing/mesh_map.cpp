#include "core/garment/placing/mesh_map.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace retailor::garment {
namespace {

struct Corners {
  Point a, b, c;
};

Corners cornersOf(const std::vector<Point>& places, const std::array<int, 3>& t) {
  return {places[static_cast<std::size_t>(t[0])], places[static_cast<std::size_t>(t[1])], places[static_cast<std::size_t>(t[2])]};
}

double areaOf(const Corners& t) { return cross(t.b - t.a, t.c - t.a) / 2; }

// The affine map that takes one triangle to another.
cv::Matx23f mapBetween(const Corners& from, const Corners& to) {
  const Point u = from.b - from.a, v = from.c - from.a, p = to.b - to.a, q = to.c - to.a;
  const double area = cross(u, v);
  if (std::abs(area) < 1e-9) return {0, 0, static_cast<float>(to.a.x), 0, 0, static_cast<float>(to.a.y)};
  const double xx = (p.x * v.y - q.x * u.y) / area, xy = (q.x * u.x - p.x * v.x) / area;
  const double yx = (p.y * v.y - q.y * u.y) / area, yy = (q.y * u.x - p.y * v.x) / area;
  return {static_cast<float>(xx), static_cast<float>(xy), static_cast<float>(to.a.x - xx * from.a.x - xy * from.a.y),
          static_cast<float>(yx), static_cast<float>(yy), static_cast<float>(to.a.y - yx * from.a.x - yy * from.a.y)};
}

}  // namespace

MeshMap::MeshMap(const FitMesh& mesh, const image::Rect& window, double scale, bool sleevesOnTop, double reach)
    : m_window(window),
      m_scale(scale),
      m_triangle(cv::Mat::zeros(std::max(1, static_cast<int>(std::lround(window.height * scale))),
                                std::max(1, static_cast<int>(std::lround(window.width * scale))), CV_32S)) {
  double rest = 0, placed = 0;
  for (const auto& t : mesh.triangles) {
    const Corners from = cornersOf(mesh.placed, t), to = cornersOf(mesh.rest, t);
    m_maps.push_back(mapBetween(from, to));
    rest += std::abs(areaOf(to)), placed += std::abs(areaOf(from));
  }
  m_enlargement = std::sqrt(placed / std::max(1e-9, rest)) * scale;
  draw(mesh, !sleevesOnTop);
  draw(mesh, sleevesOnTop);
  goOn(reach);
}

void MeshMap::draw(const FitMesh& mesh, bool sleeves) {
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
    if ((mesh.layers[t] != ClothLayer::Torso) == sleeves) drawTriangle(mesh, static_cast<int>(t));
}

// Every cell whose middle lies in the triangle or on its edge.
void MeshMap::drawTriangle(const FitMesh& mesh, int triangle) {
  Corners t = cornersOf(mesh.placed, mesh.triangles[static_cast<std::size_t>(triangle)]);
  for (Point* p : {&t.a, &t.b, &t.c}) *p = m_scale * (*p - Point{static_cast<double>(m_window.x), static_cast<double>(m_window.y)});
  if (areaOf(t) < 0) std::swap(t.b, t.c);
  const auto low = [](double a, double b, double c, int least) {
    return std::max(least, static_cast<int>(std::floor(std::min({a, b, c}) - 0.5)));
  };
  const auto high = [](double a, double b, double c, int most) {
    return std::min(most, static_cast<int>(std::ceil(std::max({a, b, c})) + 1));
  };
  const int left = low(t.a.x, t.b.x, t.c.x, 0), right = high(t.a.x, t.b.x, t.c.x, m_triangle.cols);
  const int bottom = high(t.a.y, t.b.y, t.c.y, m_triangle.rows);
  for (int y = low(t.a.y, t.b.y, t.c.y, 0); y < bottom; ++y)
    for (int x = left; x < right; ++x) {
      const Point p{x + 0.5, y + 0.5};
      if (cross(t.b - t.a, p - t.a) >= 0 && cross(t.c - t.b, p - t.b) >= 0 && cross(t.a - t.c, p - t.c) >= 0)
        m_triangle.at<int>(y, x) = triangle + 1;
    }
}

void MeshMap::goOn(double reach) {
  const cv::Mat outside = m_triangle == 0;
  if (reach <= 0 || cv::countNonZero(outside) == 0 || cv::countNonZero(outside) == static_cast<int>(outside.total())) return;
  cv::Mat distance, nearest;
  cv::distanceTransform(outside, distance, nearest, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
  std::vector<int> triangle(outside.total() + 1);
  for (int y = 0; y < outside.rows; ++y)
    for (int x = 0; x < outside.cols; ++x)
      if (!outside.at<std::uint8_t>(y, x)) triangle[static_cast<std::size_t>(nearest.at<int>(y, x))] = m_triangle.at<int>(y, x);
  for (int y = 0; y < outside.rows; ++y)
    for (int x = 0; x < outside.cols; ++x)
      if (outside.at<std::uint8_t>(y, x) && distance.at<float>(y, x) <= static_cast<float>(reach))
        m_triangle.at<int>(y, x) = triangle[static_cast<std::size_t>(nearest.at<int>(y, x))];
}

cv::Mat MeshMap::sources(int first, int last) const {
  cv::Mat places(last - first, m_triangle.cols, CV_32FC2, cv::Scalar(-1e4, -1e4));
  for (int y = first; y < last; ++y)
    for (int x = 0; x < m_triangle.cols; ++x) {
      const int triangle = m_triangle.at<int>(y, x);
      if (triangle == 0) continue;
      const cv::Vec3f p(static_cast<float>((x + 0.5) / m_scale + m_window.x), static_cast<float>((y + 0.5) / m_scale + m_window.y), 1);
      const cv::Vec2f q = m_maps[static_cast<std::size_t>(triangle - 1)] * p;
      places.at<cv::Vec2f>(y - first, x) = {q[0] - 0.5f, q[1] - 0.5f};
    }
  return places;
}

}  // namespace retailor::garment
