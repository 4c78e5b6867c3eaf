#pragma once

#include "core/image/bitmap.h"

namespace retailor::image {

// The picture upright, given the EXIF orientation (tag 0x0112) it was stored with. 5 to 8 swap width and height; a value outside 1..8
// counts as 1.
Bitmap turnedUpright(Bitmap stored, int orientation);

}  // namespace retailor::image
