#include "core/image/codecs/tiff_layout.h"

namespace retailor::image {
namespace {

template <class T>
T field(TIFF* tiff, std::uint32_t tag) {
  T value{};
  TIFFGetFieldDefaulted(tiff, tag, &value);
  return value;
}

// What an unexplained extra sample is, depends on the program: Photoshop, which leaves its own tag, keeps masks there, others alpha.
bool writtenByPhotoshop(TIFF* tiff) {
  std::uint32_t length = 0;
  const void* resources = nullptr;
  return TIFFGetField(tiff, TIFFTAG_PHOTOSHOP, &length, &resources) != 0;
}

TiffAlpha alphaOf(TIFF* tiff, int extraSamples) {
  std::uint16_t count = 0;
  const std::uint16_t* kinds = nullptr;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds);
  if (extraSamples <= 0 || count == 0) return TiffAlpha::None;
  if (kinds[0] == EXTRASAMPLE_ASSOCALPHA) return TiffAlpha::Premultiplied;
  if (kinds[0] == EXTRASAMPLE_UNASSALPHA) return TiffAlpha::Straight;
  return extraSamples == 1 && !writtenByPhotoshop(tiff) ? TiffAlpha::Straight : TiffAlpha::None;
}

bool jpegAsRgb(TIFF* tiff) {
  const bool jpeg = field<std::uint16_t>(tiff, TIFFTAG_COMPRESSION) == COMPRESSION_JPEG;
  return jpeg && TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB) != 0;
}

bool knownInk(TIFF* tiff, TiffLayout& layout) {
  switch (field<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC)) {
    case PHOTOMETRIC_MINISWHITE: layout.whiteIsZero = true; [[fallthrough]];
    case PHOTOMETRIC_MINISBLACK: layout.ink = Ink::Grey; return true;
    case PHOTOMETRIC_RGB: layout.ink = Ink::Rgb; return true;
    case PHOTOMETRIC_SEPARATED: layout.ink = Ink::Cmyk; return field<std::uint16_t>(tiff, TIFFTAG_INKSET) == INKSET_CMYK;
    case PHOTOMETRIC_YCBCR: layout.ink = Ink::Rgb; return !layout.planar && jpegAsRgb(tiff);
    default: return false;
  }
}

bool knownSamples(TIFF* tiff, TiffLayout& layout) {
  const auto format = field<std::uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT);
  layout.isFloat = format == SAMPLEFORMAT_IEEEFP;
  if (layout.isFloat) return layout.bits == 32;
  return (format == SAMPLEFORMAT_UINT || format == SAMPLEFORMAT_VOID) && (layout.bits == 8 || layout.bits == 16 || layout.bits == 32);
}

}  // namespace

TiffLayout tiffLayout(TIFF* tiff) {
  TiffLayout layout;
  layout.size = {static_cast<int>(std::min(field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH), 0x7FFFFFFFU)),
                 static_cast<int>(std::min(field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH), 0x7FFFFFFFU))};
  layout.bits = field<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE);
  layout.samples = field<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL);
  layout.planar = field<std::uint16_t>(tiff, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
  layout.plain = knownSamples(tiff, layout) && knownInk(tiff, layout) && layout.samples >= layout.inkChannels();
  if (layout.plain) layout.alpha = alphaOf(tiff, layout.samples - layout.inkChannels());
  return layout;
}

}  // namespace retailor::image
