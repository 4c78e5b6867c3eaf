#include "core/methods/patch_diffusion/placing/warp.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retailor::patch_diffusion {

Affine Affine::after(const Affine& first) const {
  return {a * first.a + b * first.d, a * first.b + b * first.e, a * first.c + b * first.f + c,
          d * first.a + e * first.d, d * first.b + e * first.e, d * first.c + e * first.f + f};
}

Affine Affine::inverse() const {
  const double determinant = a * e - b * d;
  const Affine turn{e / determinant, -b / determinant, 0, -d / determinant, a / determinant, 0};
  const Point origin = turn({c, f});
  return {turn.a, turn.b, -origin.x, turn.d, turn.e, -origin.y};
}

double Affine::scale() const { return std::sqrt(std::abs(a * e - b * d)); }

Point Displacement::at(Point p) const {
  if (nodes.empty()) return {};
  const double x = std::clamp(p.x / step, 0.0, static_cast<double>(columns - 1)),
               y = std::clamp(p.y / step, 0.0, static_cast<double>(rows - 1));
  const int left = std::min(static_cast<int>(x), columns - 2), top = std::min(static_cast<int>(y), rows - 2);
  const double across = x - left, down = y - top;
  const Point* upper = nodes.data() + static_cast<std::ptrdiff_t>(top) * columns + left;
  const Point* lower = upper + columns;
  const auto mix = [&](double ul, double ur, double ll, double lr) {
    return (ul * (1 - across) + ur * across) * (1 - down) + (ll * (1 - across) + lr * across) * down;
  };
  return {mix(upper[0].x, upper[1].x, lower[0].x, lower[1].x), mix(upper[0].y, upper[1].y, lower[0].y, lower[1].y)};
}

Warp settled(const Affine& home, const Warp& found, double reach, double width, double height) {
  constexpr int kNodes = 128;  // along the longer side
  const double step = std::max(width, height) / kNodes;
  const Affine back = home.inverse();
  Displacement bend{static_cast<int>(width / step) + 2, static_cast<int>(height / step) + 2, step, {}};
  for (int row = 0; row < bend.rows; ++row)
    for (int column = 0; column < bend.columns; ++column) {
      const Point here{column * step, row * step}, there = back(found(here));
      const Point move{there.x - here.x, there.y - here.y};
      const double limit = std::min(1.0, reach / std::max(std::hypot(move.x, move.y), 1e-9));
      bend.nodes.push_back({move.x * limit, move.y * limit});
    }
  return {home, std::move(bend)};
}

}  // namespace retailor::patch_diffusion
