#pragma once

#include <vector>

#include "core/methods/patch_diffusion/placing/overlap.h"
#include "core/methods/patch_diffusion/placing/reference_picture.h"

namespace retailor::patch_diffusion {

// The window's picture at full size, half, quarter … (usable where known), for looking at it at several scales.
using PhotoPyramid = std::vector<Plane>;

struct Alignment {
  Warp warp;
  double score = 0;   // agreement in the overlap, at most 1
  double before = 0;  // the same of the placement it started from
  int pixels = 0;     // that could be compared, at the scale of registration
  Evidence evidence = Evidence::Region;
};

// The finest scale at which references are aligned: index of the first picture whose long side is at most `longest` pixels.
std::size_t registrationScale(const PhotoPyramid& photo, int longest);

// How well a placement fits where both pictures are known.
Alignment judged(const PhotoPyramid& photo, const ReferencePicture& reference, const Warp& warp, Evidence evidence, std::size_t scale,
                 Crew& crew);

// Moves, turns, scales, shears and finally bends the placement, from coarse to fine, to fit the known photo. Each stage is kept only if the
// agreement rises (spec section 5).
Alignment aligned(const PhotoPyramid& photo, const ReferencePicture& reference, const Warp& start, Evidence evidence, std::size_t scale,
                  Crew& crew);

}  // namespace retailor::patch_diffusion
