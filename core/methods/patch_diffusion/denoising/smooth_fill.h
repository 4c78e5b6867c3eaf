#pragma once

#include "core/methods/patch_diffusion/grid.h"

namespace retailor::patch_diffusion {

class Crew;

// Continues the usable pixels (usable 1) smoothly over all others, which keep usable below 1: averages go up a pyramid, come down again,
// and are relaxed toward the harmonic solution at every size. Planes without a usable pixel stay as they are.
void continueHarmonically(Plane& field, Crew& crew);

}  // namespace retailor::patch_diffusion
