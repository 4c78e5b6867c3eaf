#pragma once

#include <cstdint>

#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// For every pixel of `within`, how far the nearest member of a set is and which label that one has.
struct NearestMember {
  static constexpr std::int32_t kFar = 1 << 28;
  Grid<std::int32_t>
      distance;  // in thirds of a pixel, by steps along rows, columns and diagonals (3 and 4 thirds); kFar when there is none
  Grid<Label> label;
};

// Carries distances and labels from the members (distance 0) to all of `within`.
void sweepNearest(NearestMember& nearest, const image::Rect& within, Crew& crew);

// Members have `label` as given; `isMember` is asked for every pixel of `within` (grid coordinates). Unfinished when the crew was stopped.
template <class IsMember>
NearestMember nearestMember(const Grid<Label>& label, const image::Rect& within, const IsMember& isMember, Crew& crew) {
  NearestMember nearest{Grid<std::int32_t>(label.width(), label.height()), label};
  for (int y = within.y; y < within.bottom(); ++y)
    for (int x = within.x; x < within.right(); ++x) nearest.distance(x, y) = isMember(x, y) ? 0 : NearestMember::kFar;
  sweepNearest(nearest, within, crew);
  return nearest;
}

}  // namespace retailor::patch_diffusion
