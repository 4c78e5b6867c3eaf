#include "core/methods/patch_diffusion/denoising/patch_centres.h"

#include <algorithm>
#include <cmath>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/nearest_member.h"

namespace retailor::patch_diffusion {

namespace {

constexpr float kTrustFallOff = 1.4f;  // gamma
constexpr float kDeepest = 60;         // pixels; further in, trust falls no more

bool touchesHole(const Level& level, int x, int y, int half) {
  for (int dy = -half; dy <= half; ++dy)
    for (int dx = -half; dx <= half; ++dx)
      if (level.kind(x + dx, y + dy) == Kind::Hole) return true;
  return false;
}

}  // namespace

PatchCentres centresOf(const Level& level, int half, int stride, Crew& crew) {
  const auto isKind = [&](Kind kind) { return [&level, kind](int x, int y) { return level.kind(x, y) == kind; }; };
  const NearestMember toHole = nearestMember(level.label, level.active, isKind(Kind::Hole), crew);
  const NearestMember toKnown = nearestMember(level.label, level.active, isKind(Kind::Known), crew);
  const auto onStride = [stride](int v) { return (v + stride - 1) / stride * stride; };
  PatchCentres centres{{}, Grid<std::int32_t>(level.kind.width(), level.kind.height())};
  for (int y = onStride(level.active.y); y < level.active.bottom() && !crew.stopped(); y += stride)
    for (int x = onStride(level.active.x); x < level.active.right(); x += stride) {
      if (toHole.distance(x, y) > 4 * half || !touchesHole(level, x, y, half)) continue;
      const float deep = std::min(static_cast<float>(toKnown.distance(x, y)) / 3, kDeepest);
      centres.list.push_back(
          {static_cast<std::int16_t>(x), static_cast<std::int16_t>(y), toHole.label(x, y), std::pow(kTrustFallOff, -deep / 2)});
      centres.at(x, y) = static_cast<std::int32_t>(centres.list.size());
    }
  return centres;
}

}  // namespace retailor::patch_diffusion
