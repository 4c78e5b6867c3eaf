#pragma once

// lcms2's handles, owned; for .cpp files only.

#include <memory>
#include <string>

#include <lcms2.h>

#include "core/image/photo.h"

namespace retailor::image {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using OpenProfile = std::unique_ptr<void, CloseProfile>;

OpenProfile openIcc(const Bytes& icc);  // null when lcms2 can't read it
OpenProfile openSrgb();

// The profile, or sRGB for an untagged one; null unless it is an RGB profile that colours can be converted from and to.
OpenProfile openRgbProfile(const ColourProfile& profile);

std::string iccDescription(const Bytes& icc);  // ASCII; empty when there is none

// An RGB profile from chromaticities and a plain power curve, for files that name their colours without carrying a profile. Equal
// arguments give equal bytes.
Bytes iccFromPrimaries(const cmsCIExyY& white, const cmsCIExyYTRIPLE& primaries, double gamma);
Bytes adobeRgbIcc();
Bytes displayP3Icc();

}  // namespace retailor::image
