#include "core/image/read_labels.h"

#include <algorithm>
#include <new>

#include "core/image/codecs/codec.h"
#include "core/image/exif_turn.h"
#include "core/image/load_file.h"
#include "core/image/photo_metadata.h"
#include "core/image/sentences.h"
#include "core/image/sniff_format.h"

namespace retailor::image {
namespace {

constexpr std::size_t kMostPages = 200;

Result<Decoded> decodedLabels(const PictureFile& file, FileFormat format) {
  switch (format) {
    case FileFormat::Png: return decodePngLabels(file);
    case FileFormat::Jpeg: return decodeJpeg(file);
    case FileFormat::Tiff: return decodeTiff(file);
    case FileFormat::WebP: return decodeWebP(file);
  }
  return damaged(file.name);
}

template <class T>
Bitmap firstChannels(const Bitmap& source, int channels) {
  Bitmap result(source.size(), channels, source.sampleType());
  for (int y = 0; y < source.height(); ++y)
    for (int x = 0; x < source.width(); ++x) std::copy_n(source.view<T>().pixel(x, y), channels, result.span<T>().pixel(x, y));
  return result;
}

Bitmap withoutAlpha(Bitmap source, int channels) {
  if (source.channels() == channels) return source;
  return source.sampleType() == SampleType::U16 ? firstChannels<std::uint16_t>(source, channels)
                                                : firstChannels<std::uint8_t>(source, channels);
}

Result<LabelPicture> labelsFrom(const PictureFile& file) {
  if (file.bytes.empty()) return badInput(quoted(file.name) + " is empty. Copy it again from its source.");
  const auto format = sniffedFormat(file.bytes);
  if (!format) return notReadable(file.name, foreignKind(file.bytes));
  Result<Decoded> decoded = decodedLabels(file, *format);
  if (!decoded) return decoded.failure();
  if (decoded->ink == Ink::Cmyk) return badInput(quoted(file.name) + " has printing colours, not labels. Export the map as an index PNG.");
  if (decoded->ink == Ink::Rgb && decoded->pixels.sampleType() != SampleType::U8)
    return badInput(quoted(file.name) + " has 16-bit colours, which no known palette uses. Export the map as an index PNG.");
  const int turned = readMetadata(file.bytes).orientation;
  Bitmap samples = withoutAlpha(std::move(decoded->pixels), decoded->ink == Ink::Grey ? 1 : 3);
  return LabelPicture{turnedUpright(std::move(samples), turned), turned, *format == FileFormat::Jpeg};
}

// Bilevel pages arrive as colours.
bool isGreyAnyway(const Bitmap& samples) {
  if (samples.channels() == 1) return true;
  if (samples.sampleType() != SampleType::U8 || samples.channels() > 4) return false;
  const auto view = samples.view<std::uint8_t>();
  for (int y = 0; y < samples.height(); ++y)
    for (int x = 0; x < samples.width(); ++x) {
      const std::uint8_t* pixel = view.pixel(x, y);
      if (pixel[0] != pixel[samples.channels() > 2 ? 1 : 0] || pixel[0] != pixel[samples.channels() > 2 ? 2 : 0]) return false;
    }
  return true;
}

Result<std::vector<LabelPage>> pagesFrom(const PictureFile& file) {
  if (file.bytes.empty() || sniffedFormat(file.bytes) != FileFormat::Tiff) return std::vector<LabelPage>();
  Result<std::vector<TiffPage>> stored = decodeTiffPages(file, kMostPages);
  if (!stored) return stored.failure();
  const int turned = readMetadata(file.bytes).orientation;
  const Size size = stored->front().picture.pixels.size();
  std::vector<LabelPage> pages;
  for (TiffPage& page : *stored) {
    if (page.picture.pixels.size() != size || !isGreyAnyway(page.picture.pixels)) return std::vector<LabelPage>();
    pages.push_back({std::move(page.name), turnedUpright(withoutAlpha(page.picture.pixels, 1), turned)});
  }
  return pages.size() > 1 ? pages : std::vector<LabelPage>();
}

}  // namespace

Result<std::vector<LabelPage>> readLabelPages(const std::filesystem::path& file, const ReadBudget& budget) {
  const std::string name = file.filename().string();
  try {
    const Result<Bytes> bytes = loadFile(file, budget);
    return bytes ? pagesFrom({*bytes, name, budget}) : Result<std::vector<LabelPage>>(std::vector<LabelPage>());
  } catch (const std::bad_alloc&) {
    return outOfMemory(name);
  } catch (const std::exception&) {
    return damaged(name);
  }
}

Result<LabelPicture> readLabelPicture(const std::filesystem::path& file, const ReadBudget& budget) {
  const std::string name = file.filename().string();
  try {
    const Result<Bytes> bytes = loadFile(file, budget);
    if (!bytes) return bytes.failure();
    return labelsFrom({*bytes, name, budget});
  } catch (const std::bad_alloc&) {
    return outOfMemory(name);
  } catch (const std::exception&) {
    return damaged(name);
  }
}

}  // namespace retailor::image
