#include <bit>

#include "core/image/codecs/codec.h"
#include "core/image/codecs/png_reader.h"

namespace retailor::image {
namespace {

// Indices stay indices: no palette is looked up, no transparency made of it, no depth stretched.
void keepIndices(png_structp png, png_infop info) {
  if (png_get_bit_depth(png, info) < 8) png_set_packing(png);
  if (png_get_bit_depth(png, info) == 16 && std::endian::native == std::endian::little) png_set_swap(png);
  png_set_strip_alpha(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
}

}  // namespace

Result<Decoded> decodePngLabels(const PictureFile& file) {
  PngReader reader(file.bytes);
  if (!reader.attempt([](png_structp png, png_infop info) { png_read_info(png, info); })) return unread(reader, file.name);
  const Size size{static_cast<int>(png_get_image_width(reader.png(), reader.info())),
                  static_cast<int>(png_get_image_height(reader.png(), reader.info()))};
  if (auto fits = withinBudget(file.name, size, file.budget); !fits) return fits.failure();
  if (!reader.attempt(keepIndices)) return unread(reader, file.name);
  const int channels = png_get_channels(reader.png(), reader.info());
  const bool deep = png_get_bit_depth(reader.png(), reader.info()) == 16;
  Decoded decoded;
  decoded.ink = channels == 1 ? Ink::Grey : Ink::Rgb;
  decoded.pixels = Bitmap(size, channels, deep ? SampleType::U16 : SampleType::U8);
  if (!readRows(reader, decoded.pixels)) return unread(reader, file.name);
  return decoded;
}

}  // namespace retailor::image
