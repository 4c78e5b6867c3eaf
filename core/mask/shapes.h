#pragma once

#include <span>

#include "core/mask/mask.h"

namespace retailor::mask {

struct Point {
  double x = 0;
  double y = 0;
};

// Antialiased coverage of a closed outline (even-odd), in photo pixels, as a mask of `size`. Lasso.
Mask polygonMask(image::Size size, std::span<const Point> outline);
Mask rectangleMask(image::Size size, const image::Rect& rect);
Mask ellipseMask(image::Size size, const image::Rect& around);  // antialiased, the largest inside `around`, which may leave the photo

// Pixels like the one at (x, y): within `tolerance` (ΔE in CIE Lab, 0..100) of it; only those connected to it when contiguous. `photo` is
// sRGB U8. Wand.
Mask similarColours(const image::Bitmap& photo, int x, int y, double tolerance, bool contiguous);

}  // namespace retailor::mask
