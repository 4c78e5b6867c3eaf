#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "core/garment/landmark.h"
#include "core/garment/point.h"
#include "core/image/bitmap.h"
#include "core/mask/shapes.h"

// Garments that the tests draw for themselves: outlines with known landmarks, cloth with a checked pattern, plain backdrops.
namespace retailor::tests {

using garment::Landmark;
using garment::Point;

struct DrawnGarment {
  std::vector<Point> outline;  // corners, clockwise
  std::map<Landmark, Point> landmarks;
};

// Half of an outline from the middle of the neck or waist down the right side, mirrored to the left about x = middle.
inline DrawnGarment symmetric(double middle, const std::vector<std::pair<std::optional<Landmark>, Point>>& right) {
  DrawnGarment garment;
  for (const auto& [landmark, place] : right) {
    garment.outline.push_back({middle + place.x, place.y});
    if (landmark) garment.landmarks[*landmark] = garment.outline.back();
  }
  for (auto one = right.rbegin(); one != right.rend(); ++one) {
    if (one->second.x == 0) continue;
    garment.outline.push_back({middle - one->second.x, one->second.y});
    if (one->first) garment.landmarks[garment::mirrored(*one->first)] = garment.outline.back();
  }
  return garment;
}

// About 400 × 500 pixels in a picture of 480 × 560.
inline DrawnGarment tee() {
  using enum Landmark;
  return symmetric(240, {{NeckBottom, {0, 75}},
                         {NeckRight, {45, 45}},
                         {ShoulderRight, {110, 65}},
                         {CuffOuterRight, {200, 170}},
                         {CuffInnerRight, {150, 215}},
                         {ArmpitRight, {105, 160}},
                         {HemRight, {108, 500}}});
}
// Sleeves as long as the torso, hanging along it.
inline DrawnGarment jumper() {
  using enum Landmark;
  return symmetric(240, {{NeckBottom, {0, 75}},
                         {NeckRight, {45, 45}},
                         {ShoulderRight, {110, 65}},
                         {CuffOuterRight, {205, 415}},
                         {CuffInnerRight, {165, 430}},
                         {ArmpitRight, {105, 175}},
                         {HemRight, {108, 500}}});
}
inline DrawnGarment trousers() {
  using enum Landmark;
  return symmetric(
      240, {{WaistRight, {85, 40}}, {std::nullopt, {105, 170}}, {HemRight, {115, 520}}, {HemInnerRight, {45, 520}}, {Crotch, {0, 220}}});
}
inline DrawnGarment dress() {
  using enum Landmark;
  return symmetric(240, {{NeckBottom, {0, 90}},
                         {NeckRight, {40, 45}},
                         {ShoulderRight, {80, 50}},
                         {std::nullopt, {78, 130}},
                         {std::nullopt, {62, 250}},
                         {HemRight, {135, 520}}});
}

inline DrawnGarment garmentNamed(const std::string& name) {
  if (name == "jumper") return jumper();
  return name == "tee" ? tee() : name == "trousers" ? trousers() : dress();
}

template <class Move>
DrawnGarment moved(const DrawnGarment& garment, const Move& move) {
  DrawnGarment result;
  // Sides are cut into short pieces, so that a bend shows.
  for (std::size_t i = 0; i < garment.outline.size(); ++i) {
    const Point a = garment.outline[i], b = garment.outline[(i + 1) % garment.outline.size()];
    const int pieces = std::max(1, static_cast<int>(distance(a, b) / 6));
    for (int k = 0; k < pieces; ++k) result.outline.push_back(move(between(a, b, static_cast<double>(k) / pieces)));
  }
  for (const auto& [landmark, place] : garment.landmarks) result.landmarks[landmark] = move(place);
  return result;
}

// A smooth bend of a few pixels, a turn and a scale, about the middle of a picture of 480 × 560.
class SmoothWarp {
 public:
  SmoothWarp(unsigned seed, double bend, double degrees, double scale, Point shift = {})
      : m_turn(degrees * std::numbers::pi / 180), m_scale(scale), m_shift(shift) {
    std::mt19937 random(seed);
    std::normal_distribution<double> draw(0, bend);
    for (Point& node : m_nodes) node = {draw(random), draw(random)};
  }
  Point operator()(Point p) const {
    const Point bent = p + bendAt(p), off = bent - Point{240, 280};
    const double c = std::cos(m_turn), s = std::sin(m_turn);
    return Point{240, 280} + m_shift + m_scale * Point{c * off.x - s * off.y, s * off.x + c * off.y};
  }

 private:
  static constexpr int kColumns = 5, kRows = 4;
  static double ease(double t) { return t * t * (3 - 2 * t); }
  Point bendAt(Point p) const {
    const double x = std::clamp(p.x / 480 * (kColumns - 1), 0.0, kColumns - 1.001),
                 y = std::clamp(p.y / 560 * (kRows - 1), 0.0, kRows - 1.001);
    const int i = static_cast<int>(x), j = static_cast<int>(y);
    const auto node = [&](int a, int b) { return m_nodes[static_cast<std::size_t>(b * kColumns + a)]; };
    return between(between(node(i, j), node(i + 1, j), ease(x - i)), between(node(i, j + 1), node(i + 1, j + 1), ease(x - i)), ease(y - j));
  }
  std::array<Point, kColumns * kRows> m_nodes;
  double m_turn, m_scale;
  Point m_shift;
};

inline mask::Mask maskOf(const DrawnGarment& garment, image::Size size) {
  std::vector<mask::Point> outline;
  for (const Point& p : garment.outline) outline.push_back({p.x, p.y});
  return mask::polygonMask(size, outline);
}

struct Colour {
  int r, g, b;
};

// Squares of two colours, before a slightly graded, slightly noisy backdrop.
inline image::Bitmap pictureOf(const mask::Mask& coverage, Colour one = {170, 40, 50}, Colour other = {60, 40, 110},
                               Colour backdrop = {240, 239, 236}) {
  std::mt19937 random(11);
  std::normal_distribution<double> grain(0, 0.8);
  image::Bitmap picture(coverage.size(), 3, image::SampleType::U8);
  for (int y = 0; y < coverage.height(); ++y)
    for (int x = 0; x < coverage.width(); ++x) {
      const Colour cloth = (x / 20 + y / 20) % 2 == 0 ? one : other;
      const double share = coverage.at(x, y) / 255.0, dim = 10.0 * y / coverage.height();
      const double noise = grain(random);
      const auto mixed = [&](int a, int b) {
        return static_cast<std::uint8_t>(std::clamp(share * a + (1 - share) * (b - dim) + noise, 0.0, 255.0));
      };
      std::uint8_t* p = picture.span<std::uint8_t>().pixel(x, y);
      p[0] = mixed(cloth.r, backdrop.r), p[1] = mixed(cloth.g, backdrop.g), p[2] = mixed(cloth.b, backdrop.b);
    }
  return picture;
}

inline double overlap(const mask::Mask& a, const mask::Mask& b) {
  double both = 0, either = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      both += a.at(x, y) >= 128 && b.at(x, y) >= 128;
      either += a.at(x, y) >= 128 || b.at(x, y) >= 128;
    }
  return either > 0 ? both / either : 0;
}

}  // namespace retailor::tests
