#pragma once

// How a TIFF file stores its samples (TIFF 6.0); for .cpp files only.

#include <cstdint>
#include <string>

#include <tiffio.h>

#include "core/image/codecs/codec.h"

namespace retailor::image {

enum class TiffAlpha { None, Straight, Premultiplied };

struct TiffLayout {
  Size size;
  int bits = 1;     // a sample
  int samples = 1;  // a pixel, in the file
  bool isFloat = false;
  bool planar = false;  // one plane after the other instead of interleaved
  bool whiteIsZero = false;
  bool plain = false;  // samples mean what Decoded means; everything else is
                       // left to libtiff's own 8-bit RGBA conversion
  Ink ink = Ink::Rgb;
  TiffAlpha alpha = TiffAlpha::None;

  int inkChannels() const { return ink == Ink::Grey ? 1 : ink == Ink::Rgb ? 3 : 4; }
  int channels() const { return inkChannels() + (alpha == TiffAlpha::None ? 0 : 1); }
  int bytesPerSample() const { return bits / 8; }
};

// Also asks libtiff to turn YCbCr JPEG data into RGB.
TiffLayout tiffLayout(TIFF* tiff);

}  // namespace retailor::image
