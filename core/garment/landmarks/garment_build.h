#pragma once

#include "core/garment/landmarks/outline.h"

namespace retailor::garment {

// Where a garment lies in its picture and where its middle is.
struct GarmentBuild {
  image::Rect box;
  double middle = 0;    // x that parts the garment's middle third of rows in halves
  double likeness = 0;  // share of the garment that lies where its mirror image does, 0..1
};
GarmentBuild buildOf(const mask::Mask& coverage);

enum class Side { Left, Right };

}  // namespace retailor::garment
