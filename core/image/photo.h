#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/image/bitmap.h"

namespace retailor::image {

using Bytes = std::vector<std::byte>;

// An ICC profile as the file carried it. Without bytes the picture is untagged and taken as sRGB.
struct ColourProfile {
  std::shared_ptr<const Bytes> icc;
  bool tagged() const { return icc != nullptr; }
};

// EXIF, IPTC and XMP as exiv2 encodes them, kept without being understood. Orientation is already 1.
struct Metadata {
  Bytes exif;
  Bytes iptc;
  std::string xmp;
};

// A picture file, read: upright pixels (3 or 4 channels, U8 or U16), its profile and its metadata.
struct Photo {
  Bitmap pixels;
  ColourProfile profile;
  Metadata metadata;
  std::vector<std::string> notes;  // sentences for the user: what was converted or left out while reading
};

}  // namespace retailor::image
