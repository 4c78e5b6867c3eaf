#include "core/methods/patch_diffusion/placing/reference_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

namespace {

Grid<float> halvedRegion(const Grid<float>& region) {
  Grid<float> half((region.width() + 1) / 2, (region.height() + 1) / 2);
  for (int y = 0; y < half.height(); ++y)
    for (int x = 0; x < half.width(); ++x) {
      const int right = std::min(2 * x + 1, region.width() - 1), bottom = std::min(2 * y + 1, region.height() - 1);
      half(x, y) = (region(2 * x, 2 * y) + region(right, 2 * y) + region(2 * x, bottom) + region(right, bottom)) / 4;
    }
  return half;
}

// Catmull-Rom: interpolating, and sharper than a B-spline.
std::array<float, 4> cubicWeights(float t) {
  const float t2 = t * t, t3 = t2 * t;
  return {-0.5f * t3 + t2 - 0.5f * t, 1.5f * t3 - 2.5f * t2 + 1, -1.5f * t3 + 2 * t2 + 0.5f * t, 0.5f * t3 - 0.5f * t2};
}

float linearAt(const Grid<float>& grid, int left, int top, float across, float down) {
  const float upper = grid(left, top) * (1 - across) + grid(left + 1, top) * across;
  const float lower = grid(left, top + 1) * (1 - across) + grid(left + 1, top + 1) * across;
  return upper * (1 - down) + lower * down;
}

// Where one or more of the sixteen neighbours do not exist: the mean of the nearest four that do.
Pixel nearEdge(const Plane& plane, int left, int top, float across, float down) {
  Pixel sum;
  for (int j = 0; j < 2; ++j)
    for (int i = 0; i < 2; ++i) {
      const Pixel& p = plane(left + i, top + j);
      const float w = (i ? across : 1 - across) * (j ? down : 1 - down) * p.usable;
      sum.r += w * p.r, sum.g += w * p.g, sum.b += w * p.b, sum.usable += w;
    }
  if (sum.usable < 0.5f) return {};
  return {sum.r / sum.usable, sum.g / sum.usable, sum.b / sum.usable, 1};
}

Pixel cubicAt(const Plane& plane, int left, int top, float across, float down) {
  const std::array<float, 4> wx = cubicWeights(across), wy = cubicWeights(down);
  Pixel sum;
  for (int j = 0; j < 4; ++j) {
    const Pixel* row = plane.at(left - 1, top - 1 + j);
    for (int i = 0; i < 4; ++i) {
      const float w = wx[static_cast<std::size_t>(i)] * wy[static_cast<std::size_t>(j)];
      sum.r += w * row[i].r, sum.g += w * row[i].g, sum.b += w * row[i].b, sum.usable += row[i].usable;
    }
  }
  if (sum.usable < 15.999f) return nearEdge(plane, left, top, across, down);
  return {std::clamp(sum.r, 0.0f, 1.0f), std::clamp(sum.g, 0.0f, 1.0f), std::clamp(sum.b, 0.0f, 1.0f), 1};
}

double diagonalOf(const Grid<float>& region) {
  int left = region.width(), right = -1, top = region.height(), bottom = -1;
  for (int y = 0; y < region.height(); ++y)
    for (int x = 0; x < region.width(); ++x)
      if (region(x, y) >= 0.5f) left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = y;
  return right < left ? 1.0 : std::hypot(right - left + 1, bottom - top + 1);
}

}  // namespace

ReferencePicture::ReferencePicture(RegionPicture finest, Crew& crew) : m_regionDiagonal(diagonalOf(finest.region)) {
  m_layers.push_back(std::move(finest));
  while (std::min(m_layers.back().width(), m_layers.back().height()) >= 16)
    m_layers.push_back({halved(m_layers.back().colour, crew), halvedRegion(m_layers.back().region)});
}

RegionPicture ReferencePicture::placed(const Warp& warp, double shrink, image::Size size, const image::Rect& where, Crew& crew) const {
  const double pixelsEach = warp.toReference.scale() * shrink;  // reference pixels that one result pixel spans
  const int layerIndex =
      std::clamp(static_cast<int>(std::floor(std::log2(std::max(pixelsEach, 1e-6)) + 0.4)), 0, static_cast<int>(m_layers.size()) - 1);
  const RegionPicture& layer = m_layers[static_cast<std::size_t>(layerIndex)];
  const double toLayer = 1.0 / static_cast<double>(1 << layerIndex);
  RegionPicture result{Plane(size.width, size.height), Grid<float>(size.width, size.height)};
  crew.overRows(where.height, [&](int row) {
    const int y = where.y + row;
    for (int x = where.x; x < where.right(); ++x) {
      const Point p = warp({(x + 0.5) * shrink, (y + 0.5) * shrink});
      const double lx = p.x * toLayer - 0.5, ly = p.y * toLayer - 0.5;
      if (!(lx > -0.5 && ly > -0.5 && lx < layer.width() - 0.5 && ly < layer.height() - 0.5)) continue;
      const int left = static_cast<int>(std::floor(lx)), top = static_cast<int>(std::floor(ly));
      const float across = static_cast<float>(lx - left), down = static_cast<float>(ly - top);
      result.colour(x, y) = cubicAt(layer.colour, left, top, across, down);
      result.region(x, y) = result.colour(x, y).usable > 0 ? linearAt(layer.region, left, top, across, down) : 0.0f;
    }
  });
  return result;
}

image::Rect coveredBy(const ReferencePicture& reference, const Warp& warp, double shrink, image::Size size) {
  const Affine back = warp.toReference.inverse();
  const double w = reference.finest().width(), h = reference.finest().height();
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  for (const Point corner : {Point{0, 0}, Point{w, 0}, Point{0, h}, Point{w, h}}) {
    const Point p = back(corner);
    left = std::min(left, p.x / shrink), right = std::max(right, p.x / shrink);
    top = std::min(top, p.y / shrink), bottom = std::max(bottom, p.y / shrink);
  }
  double slack = 2;  // the bend may push further out
  for (const Point& node : warp.bend.nodes) slack = std::max(slack, 2 + std::max(std::abs(node.x), std::abs(node.y)) / shrink);
  const auto bounded = [](double v) { return static_cast<int>(std::lround(std::clamp(v, -1e6, 1e6))); };
  const image::Rect box{bounded(left - slack), bounded(top - slack), bounded(right - left + 2 * slack), bounded(bottom - top + 2 * slack)};
  return image::intersected(box, {0, 0, size.width, size.height});
}

}  // namespace retailor::patch_diffusion
