#pragma once

#include "core/image/geometry.h"
#include "core/methods/patch_diffusion/placing/reference_picture.h"

namespace retailor::patch_diffusion {

class Crew;

// Which pixels of a reference are compared with the photo.
enum class Evidence { Region, WholePicture };

// The photo and a placed reference where both are known, without their slow changes of brightness: high-passed with sigma 8 pixels, so
// that light and tone curve matter little. `usable` is 1 in the overlap and 0 elsewhere. Grids cover `where` of the window.
struct Overlap {
  image::Rect where;
  Plane photo;
  Plane reference;
  int pixels = 0;
};

// `photo` is the window's picture, usable where known; `placed` has its size.
Overlap overlapOf(const Plane& photo, const RegionPicture& placed, Evidence evidence, const image::Rect& where, Crew& crew);

// Zero-mean correlation of the two, -1 to 1; 0 when there is nothing to compare.
double agreement(const Overlap& overlap);

}  // namespace retailor::patch_diffusion
