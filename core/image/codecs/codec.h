#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/image/photo.h"
#include "core/image/read_photo.h"
#include "core/image/write_photo.h"
#include "core/result.h"

namespace retailor::image {

// A picture file in memory, on its way into a decoder.
struct PictureFile {
  std::span<const std::byte> bytes;
  std::string name;
  ReadBudget budget;
};

enum class Ink { Grey, Rgb, Cmyk };

// What a decoder hands over: the samples as the file means them, straight alpha, but neither upright nor RGB yet. Channels are the
// ink's (1, 3 or 4), and one more where `alpha` is set.
struct Decoded {
  Bitmap pixels;
  Ink ink = Ink::Rgb;
  bool alpha = false;
  Bytes icc;  // empty: none
  std::vector<std::string> notes;
};

// What an encoder needs besides the samples (3 or 4 channels; PNG also 1).
struct EncodeSettings {
  const Bytes* icc = nullptr;
  WriteOptions options;
  std::span<const std::uint32_t> palette{};  // PNG: 0xRRGGBB of each index; the one channel, U8, then holds indices below its size
};

// One of the pictures a TIFF file may hold.
struct TiffPage {
  std::string name;  // what the file calls it; may be empty
  Decoded picture;
};

// One pair for each format. Decoders check the budget before they allocate; a file that ends early or is damaged is BadInput.
Result<Decoded> decodePng(const PictureFile& file);
Result<Decoded> decodeJpeg(const PictureFile& file);
Result<Decoded> decodeTiff(const PictureFile& file);
Result<Decoded> decodeWebP(const PictureFile& file);
// Label numbers or colours as stored: palette indices unresolved, low depths not stretched, no alpha.
Result<Decoded> decodePngLabels(const PictureFile& file);
// All pages, in order. BadInput for more than `most`, or where all together exceed the budget.
Result<std::vector<TiffPage>> decodeTiffPages(const PictureFile& file, std::size_t most);

Result<Bytes> encodeAsPng(const Bitmap& pixels, const EncodeSettings& settings);
Result<Bytes> encodeAsJpeg(const Bitmap& pixels, const EncodeSettings& settings);
Result<Bytes> encodeAsTiff(const Bitmap& pixels, const EncodeSettings& settings);
Result<Bytes> encodeAsWebP(const Bitmap& pixels, const EncodeSettings& settings);

}  // namespace retailor::image
