#pragma once

#include "core/methods/patch_diffusion/placing/alignment.h"

namespace retailor::patch_diffusion {

// A first placement for a reference without one: the similarity that brings features of its region onto the known photo, if enough agree
// (spec section 5); else its region's box onto the hole's. Window pixels to picture pixels.
Affine initialPlacement(const PhotoPyramid& photo, const ReferencePicture& reference, Crew& crew);

// Only the first of the two: false when too few features agree.
bool placementByFeatures(const PhotoPyramid& photo, const ReferencePicture& reference, Evidence evidence, Affine& placement, Crew& crew);

}  // namespace retailor::patch_diffusion
