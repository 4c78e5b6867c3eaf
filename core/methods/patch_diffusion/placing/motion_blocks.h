#pragma once

#include <vector>

#include "core/methods/patch_diffusion/placing/overlap.h"

namespace retailor::patch_diffusion {

// What an 8 x 8 block of the overlap says about how the reference should still move there: the quadratic
// (xx xy; xy yy) d = (x, y) for a displacement d, already weighted against outliers and divided by the noise variance.
struct MotionBlock {
  Point centre;
  double xx = 0, xy = 0, yy = 0;
  double x = 0, y = 0;
};

// Blocks with something to say. Gradients are the mean of both pictures' (as in efficient second-order tracking), the reference's
// contrast is matched channel by channel, and pixels that fit badly count little.
// Positions and displacements are for a window `shrink` times the size of the overlap's.
std::vector<MotionBlock> motionBlocks(const Overlap& overlap, double shrink, Crew& crew);

}  // namespace retailor::patch_diffusion
