#pragma once

#include "core/image/codecs/codec.h"

namespace retailor::image {

// Makes a photo of what a decoder handed over: RGB or RGBA, U8 or U16, with its profile where that describes RGB. Grey and CMYK go through
// their own profile to sRGB; the notes say so.
Photo asRgbPhoto(Decoded decoded, const std::string& name);

// Coverage of a mask picture, untouched by colour profiles: luma times alpha, 1 channel U8.
Bitmap asCoverage(Decoded decoded);

}  // namespace retailor::image
