#include "core/methods/patch_diffusion/denoising/patch_source.h"

#include <algorithm>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

// The margin counts as unusable, so a patch that leaves the picture is never whole.
Grid<std::uint8_t> wholePatches(const Plane& plane, int half, Crew& crew) {
  Grid<std::uint8_t> across(plane.width(), plane.height()), whole(plane.width(), plane.height());
  crew.overRows(plane.height(), [&](int y) {
    int run = 0;
    for (int x = 0; x < plane.width() + half; ++x) {
      run = x < plane.width() && plane(x, y).usable > 0 ? run + 1 : 0;
      if (x >= half) across(x - half, y) = run > 2 * half;
    }
  });
  crew.overRows(plane.height(), [&](int y) {
    for (int x = 0; x < plane.width(); ++x) {
      std::uint8_t all = 1;
      for (int dy = -half; dy <= half; ++dy) all &= across(x, y + dy);
      whole(x, y) = all;
    }
  });
  return whole;
}

}  // namespace

std::vector<PatchSource> sourcesAt(const Level& level, const std::vector<SourceRule>& rules, float shrink, int half, Crew& crew) {
  std::vector<PatchSource> sources;
  for (const SourceRule& rule : rules) {
    const Plane& plane = rule.reference < 0 ? level.photo : level.references[static_cast<std::size_t>(rule.reference)];
    const float reach = rule.reach > 0 ? std::max(1.0f, rule.reach / shrink) : 0.0f;
    sources.push_back({&plane, rule, reach, wholePatches(plane, half, crew)});
  }
  return sources;
}

}  // namespace retailor::patch_diffusion
