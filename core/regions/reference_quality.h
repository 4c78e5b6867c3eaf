#pragma once

#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::regions {

// Why a reference may serve badly.
enum class ReferenceConcern {
  TooSmall,   // what counts is less than 64 pixels high or wide
  TooLittle,  // or less than 1 % of the picture
  Blurred,    // its Laplacian hardly varies, looked at with 256 pixels a side
  CutOff      // it runs over the picture's frame along a good part of a side
};

// Of what counts in a picture (sRGB U8, 3 or 4 channels; `mask` null: all of it). Some ten milliseconds: on a worker.
std::vector<ReferenceConcern> concernsOf(const image::Bitmap& picture, const mask::Mask* mask);

}  // namespace retailor::regions
