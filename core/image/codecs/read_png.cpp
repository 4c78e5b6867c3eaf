#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/image/codecs/codec.h"
#include "core/image/codecs/png_reader.h"
#include "core/image/icc_profile.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

// Palette, low depths and tRNS become plain samples; 16-bit samples, stored big-endian, take this machine's order.
void expand(png_structp png, png_infop info) {
  png_set_expand(png);
  if (png_get_bit_depth(png, info) == 16 && std::endian::native == std::endian::little) png_set_swap(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
}

Bytes embeddedIcc(const PngReader& reader) {
  png_charp name = nullptr;
  int compression = 0;
  png_bytep profile = nullptr;
  png_uint_32 length = 0;
  if (png_get_iCCP(reader.png(), reader.info(), &name, &compression, &profile, &length) == 0) return {};
  const auto* first = reinterpret_cast<const std::byte*>(profile);
  return {first, first + length};
}

// cICP (PNG third edition): code points of ITU-T H.273. Wide primaries with the sRGB curve are what screens capture.
Bytes iccOfCodePoints(const PngReader& reader) {
  png_unknown_chunkp chunks = nullptr;
  const int count = png_get_unknown_chunks(reader.png(), reader.info(), &chunks);
  const auto* cicp = std::find_if(chunks, chunks + count, [](const png_unknown_chunk& c) { return std::memcmp(c.name, "cICP", 4) == 0; });
  if (cicp == chunks + count || cicp->size != 4 || cicp->data[1] != 13) return {};
  return cicp->data[0] == 12 ? displayP3Icc() : Bytes{};
}

constexpr png_fixed_point kSrgbGamma = 45455;

bool near(double a, double b) { return std::abs(a - b) < 0.005; }

// gAMA and cHRM, where they say something else than sRGB.
Bytes iccOfGamma(const PngReader& reader) {
  png_fixed_point gamma = kSrgbGamma;
  double wx = 0.3127, wy = 0.3290, rx = 0.64, ry = 0.33, gx = 0.30, gy = 0.60, bx = 0.15, by = 0.06;
  png_get_gAMA_fixed(reader.png(), reader.info(), &gamma);
  png_get_cHRM(reader.png(), reader.info(), &wx, &wy, &rx, &ry, &gx, &gy, &bx, &by);
  const bool srgbPrimaries = near(wx, 0.3127) && near(wy, 0.3290) && near(rx, 0.64) && near(ry, 0.33) && near(gx, 0.30) && near(gy, 0.60) &&
                             near(bx, 0.15) && near(by, 0.06);
  if (gamma <= 0 || (srgbPrimaries && std::abs(gamma - kSrgbGamma) < 500)) return {};
  return iccFromPrimaries({wx, wy, 1}, {{rx, ry, 1}, {gx, gy, 1}, {bx, by, 1}}, 100000.0 / gamma);
}

Bytes iccOf(const PngReader& reader) {
  Bytes icc = embeddedIcc(reader);
  const bool grey = (png_get_color_type(reader.png(), reader.info()) & PNG_COLOR_MASK_COLOR) == 0;
  if (!icc.empty() || grey) return icc;
  icc = iccOfCodePoints(reader);
  if (!icc.empty() || png_get_valid(reader.png(), reader.info(), PNG_INFO_sRGB) != 0) return icc;
  return iccOfGamma(reader);
}

}  // namespace

Result<Decoded> decodePng(const PictureFile& file) {
  PngReader reader(file.bytes);
  if (!reader.attempt([](png_structp png, png_infop info) { png_read_info(png, info); })) return unread(reader, file.name);
  const Size size{static_cast<int>(png_get_image_width(reader.png(), reader.info())),
                  static_cast<int>(png_get_image_height(reader.png(), reader.info()))};
  if (auto fits = withinBudget(file.name, size, file.budget); !fits) return fits.failure();
  if (!reader.attempt(expand)) return unread(reader, file.name);

  const int channels = png_get_channels(reader.png(), reader.info());
  const bool deep = png_get_bit_depth(reader.png(), reader.info()) == 16;
  Decoded decoded;
  decoded.ink = channels <= 2 ? Ink::Grey : Ink::Rgb;
  decoded.alpha = channels % 2 == 0;
  decoded.icc = iccOf(reader);
  decoded.pixels = Bitmap(size, channels, deep ? SampleType::U16 : SampleType::U8);
  if (!readRows(reader, decoded.pixels)) return unread(reader, file.name);
  return decoded;
}

}  // namespace retailor::image
