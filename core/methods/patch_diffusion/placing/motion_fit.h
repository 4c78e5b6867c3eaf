#pragma once

#include <vector>

#include "core/methods/patch_diffusion/placing/motion_blocks.h"
#include "core/methods/patch_diffusion/placing/warp.h"

namespace retailor::patch_diffusion {

// The small motion p -> M p that best explains the blocks, as a similarity or with all six numbers.
// Directions the blocks say nothing about stay still.
Affine similarityMotion(const std::vector<MotionBlock>& blocks);
Affine affineMotion(const std::vector<MotionBlock>& blocks);

// A smooth displacement on cubic B-splines. It follows the blocks where there are some and continues into the rest by the least bending.
class BendFit {
 public:
  // For a window of the given size; `spacing` of the splines in the same pixels. The stiffer, the smoother.
  BendFit(double width, double height, double spacing, double stiffness);

  // Moves the bend by what the blocks, measured with the present bend in place, still ask for.
  void improve(const std::vector<MotionBlock>& blocks);
  Displacement displacement() const;

 private:
  Point at(double x, double y) const;

  int m_columns, m_rows;
  double m_spacing, m_stiffness;
  std::vector<double> m_x, m_y;  // spline coefficients
};

}  // namespace retailor::patch_diffusion
