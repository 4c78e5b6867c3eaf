#pragma once

#include <cmath>

namespace retailor::garment {

// A position or a step in a picture. Continuous: pixel (x, y) covers [x, x + 1) × [y, y + 1), so its centre is (x + 0.5, y + 0.5).
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;

  Point& operator+=(Point b) { return x += b.x, y += b.y, *this; }
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(double k, Point a) { return {k * a.x, k * a.y}; }
};

inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline double length(Point a) { return std::hypot(a.x, a.y); }
inline double distance(Point a, Point b) { return length(b - a); }
inline Point between(Point a, Point b, double share) { return a + share * (b - a); }

}  // namespace retailor::garment
