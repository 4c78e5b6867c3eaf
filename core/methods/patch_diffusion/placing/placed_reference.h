#pragma once

#include "core/methods/patch_diffusion/patch_task.h"
#include "core/methods/patch_diffusion/placing/alignment.h"
#include "core/methods/patch_diffusion/placing/relight.h"

namespace retailor::patch_diffusion {

// Where a reference ended up, in which light, and what to tell the user about it.
struct PlacedReference {
  Warp warp;
  Relight light;
  double score = 0;      // agreement with the photo in the overlap; 0 when there was too little to compare
  bool aligned = false;  // moved from where it was
  std::string sentence;
};

// In window pixels: "stay in place" times the region's diagonal as it lies on the photo.
double reachOf(const TaskReference& reference, const Warp& placed, const TaskSettings& settings);

// Finds a placement where none is given, refines it if the photo shows enough (spec section 5), and matches the colours (section 6).
// Without refinement the placement stays the user's, and the reference only settles into it: bent nowhere by more than r.
PlacedReference placedReference(const PhotoPyramid& photo, const TaskReference& reference, const TaskSettings& settings, Crew& crew);

}  // namespace retailor::patch_diffusion
