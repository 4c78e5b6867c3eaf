#pragma once

#include <string>

#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::image {

// Converts colours by lcms2, relative colorimetric with black point compensation; alpha is carried over. An untagged side is sRGB.
// Samples change type to `type` (U8 or U16) in the same step. BadInput when a profile is not an RGB profile. Any thread.
Result<Bitmap> convertColours(const Bitmap& source, const ColourProfile& from, const ColourProfile& to, SampleType type);

// The photo's pixels, or a part of them, as sRGB: what completion methods and the screen see.
Result<Bitmap> toSrgb(const Bitmap& source, const ColourProfile& from, SampleType type);

bool isSrgb(const ColourProfile& profile);              // untagged, or a profile that describes sRGB within rounding
std::string profileName(const ColourProfile& profile);  // for the screen: "sRGB", "Adobe RGB (1998)", "untagged"

// sRGB transfer curve (IEC 61966-2-1), both ways on 0..1.
float srgbToLinear(float encoded);
float linearToSrgb(float linear);

}  // namespace retailor::image
