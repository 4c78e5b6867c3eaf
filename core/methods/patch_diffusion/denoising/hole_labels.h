#pragma once

#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// Labels hole pixels (usable 0 in `photo`) without a label that lie in narrow slots between labelled ones: a closing of the labelled part
// by `radius` pixels, each new pixel taking the nearest label (spec section 4).
void closeSlots(const Plane& photo, int radius, Grid<Label>& labels, Crew& crew);

// Share of the hole without a label, 0..1.
double unlabelledShare(const Plane& photo, const Grid<Label>& labels);

}  // namespace retailor::patch_diffusion
