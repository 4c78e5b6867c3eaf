#pragma once

#include "core/garment/matching/automatic_pins.h"

namespace retailor::garment {

// The garment's corners moved as a whole to where the pins are: an affine map fitted to the pins of the torso, stretched in no direction
// more than 1.35 times as much as across it. The shape that the mesh then tries to keep.
std::vector<Point> startShape(const std::vector<Point>& corners, const std::vector<PixelPin>& pins);

}  // namespace retailor::garment
