#pragma once

// exiv2, started once and silenced; for .cpp files only.

#include <exiv2/exiv2.hpp>

#include "core/image/photo.h"

namespace retailor::image {

// To be called before anything of exiv2. Makes its XMP parser safe for threads, registers our namespace, keeps stderr clean.
void startExiv2();

// What the bytes of Metadata mean; damaged parts come back empty.
Exiv2::ExifData exifOf(const Metadata& metadata);
Exiv2::IptcData iptcOf(const Metadata& metadata);
Exiv2::XmpData xmpOf(const Metadata& metadata);

inline constexpr char kRecipeKey[] = "Xmp.retailor.Recipe";

}  // namespace retailor::image
