#include "core/image/read_photo.h"

#include <new>

#include "core/image/codecs/codec.h"
#include "core/image/colour.h"
#include "core/image/exif_turn.h"
#include "core/image/icc_profile.h"
#include "core/image/load_file.h"
#include "core/image/photo_metadata.h"
#include "core/image/rgb_pixels.h"
#include "core/image/sentences.h"
#include "core/image/sniff_format.h"

namespace retailor::image {
namespace {

Result<Decoded> decoded(const PictureFile& file) {
  const auto format = sniffedFormat(file.bytes);
  if (!format) return notReadable(file.name, foreignKind(file.bytes));
  switch (*format) {
    case FileFormat::Png: return decodePng(file);
    case FileFormat::Jpeg: return decodeJpeg(file);
    case FileFormat::Tiff: return decodeTiff(file);
    case FileFormat::WebP: return decodeWebP(file);
  }
  return damaged(file.name);
}

Result<Decoded> decodedUpright(const PictureFile& file, const FoundMetadata& found) {
  Result<Decoded> picture = decoded(file);
  if (picture) picture->pixels = turnedUpright(std::move(picture->pixels), found.orientation);
  return picture;
}

// Outside libraries throw; no exception leaves this room.
template <class Read>
auto guarded(const std::string& name, const Read& read) -> decltype(read()) {
  try {
    return read();
  } catch (const std::bad_alloc&) {
    return outOfMemory(name);
  } catch (const std::exception&) {
    return damaged(name);
  }
}

Result<Photo> photoFrom(const PictureFile& file) {
  if (file.bytes.empty()) return badInput(quoted(file.name) + " is empty. Copy it again from its source.");
  FoundMetadata found = readMetadata(file.bytes);
  Result<Decoded> picture = decodedUpright(file, found);
  if (!picture) return picture.failure();
  if (picture->icc.empty() && picture->ink == Ink::Rgb && found.adobeRgb) picture->icc = adobeRgbIcc();
  Photo photo = asRgbPhoto(std::move(*picture), file.name);
  photo.metadata = std::move(found.metadata);
  if (found.damaged) photo.notes.push_back("Some metadata of " + quoted(file.name) + " is damaged and was left out.");
  return photo;
}

Result<Bitmap> coverageFrom(const PictureFile& file) {
  Result<Decoded> picture = decodedUpright(file, readMetadata(file.bytes));
  if (!picture) return picture.failure();
  return asCoverage(std::move(*picture));
}

std::string nameOf(const std::filesystem::path& file) { return file.filename().string(); }

}  // namespace

Result<Photo> readPhotoFromMemory(std::span<const std::byte> file, const std::string& name, const ReadBudget& budget) {
  return guarded(name, [&] { return photoFrom({file, name, budget}); });
}

Result<Photo> readPhoto(const std::filesystem::path& file, const ReadBudget& budget) {
  return guarded(nameOf(file), [&]() -> Result<Photo> {
    const Result<Bytes> bytes = loadFile(file, budget);
    if (!bytes) return bytes.failure();
    return photoFrom({*bytes, nameOf(file), budget});
  });
}

Result<Bitmap> readAsSrgb8(const std::filesystem::path& file, const ReadBudget& budget) {
  return guarded(nameOf(file), [&]() -> Result<Bitmap> {
    const Result<Photo> photo = readPhoto(file, budget);
    if (!photo) return photo.failure();
    return toSrgb(photo->pixels, photo->profile, SampleType::U8);
  });
}

Result<Bitmap> readCoverage(const std::filesystem::path& file, const ReadBudget& budget) {
  return guarded(nameOf(file), [&]() -> Result<Bitmap> {
    const Result<Bytes> bytes = loadFile(file, budget);
    if (!bytes) return bytes.failure();
    return coverageFrom({*bytes, nameOf(file), budget});
  });
}

}  // namespace retailor::image
