#pragma once

#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// Hides steps of brightness at the seam (spec section 6): where `estimate` predicts known pixels, the difference to the photo is smoothed,
// limited to +-`limit`, continued harmonically into the hole and added there. Leaves known pixels as they are.
void addMembrane(const Level& level, Plane& estimate, float limit, Crew& crew);

}  // namespace retailor::patch_diffusion
