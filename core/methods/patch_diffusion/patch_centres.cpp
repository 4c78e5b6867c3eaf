#include "core/methods/patch_diffusion/patch_centres.h"

#include <algorithm>
#include <cmath>

namespace retailor::patch_diffusion {

namespace {

constexpr float kTrustFallOff = 1.4f;  // gamma

// City-and-diagonal distance to the nearest pixel of the other side, in thirds of a pixel, and that pixel's label on the way.
struct Nearest {
  Grid<std::int32_t> distance;
  Grid<Label> label;
};

void relax(Nearest& nearest, int x, int y, int fromX, int fromY, int cost) {
  if (!nearest.distance.contains(fromX, fromY)) return;
  const int through = nearest.distance(fromX, fromY) + cost;
  if (through >= nearest.distance(x, y)) return;
  nearest.distance(x, y) = through;
  nearest.label(x, y) = nearest.label(fromX, fromY);
}

void sweep(Nearest& nearest) {
  const int width = nearest.distance.width(), height = nearest.distance.height();
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      relax(nearest, x, y, x - 1, y, 3), relax(nearest, x, y, x, y - 1, 3);
      relax(nearest, x, y, x - 1, y - 1, 4), relax(nearest, x, y, x + 1, y - 1, 4);
    }
  for (int y = height - 1; y >= 0; --y)
    for (int x = width - 1; x >= 0; --x) {
      relax(nearest, x, y, x + 1, y, 3), relax(nearest, x, y, x, y + 1, 3);
      relax(nearest, x, y, x + 1, y + 1, 4), relax(nearest, x, y, x - 1, y + 1, 4);
    }
}

// Every pixel's distance to the nearest of `kind`, and that one's label.
Nearest nearestOf(const Level& level, Kind kind) {
  constexpr int kFar = 1 << 28;
  Nearest nearest{Grid<std::int32_t>(level.kind.width(), level.kind.height()), level.label};
  for (int y = 0; y < level.kind.height(); ++y)
    for (int x = 0; x < level.kind.width(); ++x) nearest.distance(x, y) = level.kind(x, y) == kind ? 0 : kFar;
  sweep(nearest);
  return nearest;
}

bool touchesHole(const Level& level, int x, int y, int half) {
  for (int dy = -half; dy <= half; ++dy)
    for (int dx = -half; dx <= half; ++dx)
      if (level.kind(x + dx, y + dy) == Kind::Hole) return true;
  return false;
}

}  // namespace

PatchCentres centresOf(const Level& level, int half, int stride) {
  const Nearest toHole = nearestOf(level, Kind::Hole), toKnown = nearestOf(level, Kind::Known);
  PatchCentres centres{{}, Grid<std::int32_t>(level.kind.width(), level.kind.height())};
  for (int y = 0; y < level.kind.height(); y += stride)
    for (int x = 0; x < level.kind.width(); x += stride) {
      if (toHole.distance(x, y) > 4 * half || !touchesHole(level, x, y, half)) continue;
      const float deep = std::min(static_cast<float>(toKnown.distance(x, y)) / 3, 60.0f);
      centres.list.push_back({static_cast<std::int16_t>(x), static_cast<std::int16_t>(y), toHole.label(x, y), std::pow(kTrustFallOff, -deep / 2)});
      centres.at(x, y) = static_cast<std::int32_t>(centres.list.size());
    }
  return centres;
}

}  // namespace retailor::patch_diffusion
