#pragma once

#include <cstdint>
#include <vector>

#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// A patch that helps to explain the hole.
struct Centre {
  std::int16_t x, y;
  Label label;  // of the hole pixel it lies on, or of the nearest
  float trust;  // gamma^(-distance to the known photo / 2): patches at the rim have seen something and count more
};

// All patches that touch the hole, row by row, and where each is in that list (-1: none). Windows are at most 32 767 pixels wide.
struct PatchCentres {
  std::vector<Centre> list;
  Grid<std::int32_t> at;  // index + 1, so that the margin's 0 means none
};

// Every `stride`-th row and column; `half` is the patch's half width.
PatchCentres centresOf(const Level& level, int half, int stride, Crew& crew);

// One place a patch might be a copy of, and its energy in nats.
struct Candidate {
  std::int16_t source = -1;  // index into the sources; -1: none
  std::int16_t x = 0, y = 0;
  float energy = 0;

  bool samePlace(const Candidate& other) const { return source == other.source && x == other.x && y == other.y; }
};

// The best `keep` candidates of every centre, best first; missing ones have source -1.
struct Candidates {
  int keep = 0;
  std::vector<Candidate> cells;

  Candidates() = default;
  Candidates(std::size_t centres, int keepEach) : keep(keepEach), cells(centres * static_cast<std::size_t>(keepEach)) {}
  Candidate* of(std::ptrdiff_t centre) { return cells.data() + centre * keep; }
  const Candidate* of(std::ptrdiff_t centre) const { return cells.data() + centre * keep; }
};

}  // namespace retailor::patch_diffusion
