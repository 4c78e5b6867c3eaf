#pragma once

#include <cstdint>
#include <vector>

#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// What does not depend on the size of the picture: where patches may come from and what they may explain (spec sections 2 and 4).
struct SourceRule {
  int reference = -1;             // index into Level::references; -1 is the photo itself
  bool mirrored = false;          // patches are read right to left
  LabelSet explains = 0;          // labels of hole pixels this source may fill
  float reach = 0;                // r: how far from home a patch costs half a nat, in finest pixels; 0 is anywhere
  bool staysWithinReach = false;  // never further than 3 r
  float minimumCover = 1;         // share of the patch's weight that must be usable
  float handicap = 0;             // nats below an exactly tagged source
};

// A source at one level.
struct PatchSource {
  const Plane* plane = nullptr;
  SourceRule rule;
  float reach = 0;           // in this level's pixels
  Grid<std::uint8_t> whole;  // 1 where every pixel of the patch around is usable
};

// `shrink` is how many finest pixels one of this level's spans; half is the patch's half width.
std::vector<PatchSource> sourcesAt(const Level& level, const std::vector<SourceRule>& rules, float shrink, int half, Crew& crew);

}  // namespace retailor::patch_diffusion
