#include "core/image/write_photo.h"

#include <algorithm>
#include <cctype>
#include <new>

#include "core/image/codecs/codec.h"
#include "core/image/photo_metadata.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

Result<Bytes> encodedPixels(const Bitmap& pixels, FileFormat format, const EncodeSettings& settings) {
  switch (format) {
    case FileFormat::Png: return encodeAsPng(pixels, settings);
    case FileFormat::Jpeg: return encodeAsJpeg(pixels, settings);
    case FileFormat::Tiff: return encodeAsTiff(pixels, settings);
    case FileFormat::WebP: return encodeAsWebP(pixels, settings);
  }
  return Failure{};
}

Failure notEncoded(const char* why) {
  return {FailureKind::Internal, std::string("The picture could not be encoded (") + why + "). Try another file format."};
}

template <class Write>
Result<Bytes> guarded(const Write& write) {
  try {
    return write();
  } catch (const std::bad_alloc&) {
    return outOfMemory("the exported picture");
  } catch (const std::exception& error) {
    return notEncoded(error.what());
  }
}

}  // namespace

std::optional<FileFormat> formatOf(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (extension == ".png") return FileFormat::Png;
  if (extension == ".jpg" || extension == ".jpeg") return FileFormat::Jpeg;
  if (extension == ".tif" || extension == ".tiff") return FileFormat::Tiff;
  if (extension == ".webp") return FileFormat::WebP;
  return std::nullopt;
}

Result<Bytes> encodePhoto(const Photo& photo, FileFormat format, const WriteOptions& options) {
  if (photo.pixels.empty()) return notEncoded("it has no pixels");
  return guarded([&]() -> Result<Bytes> {
    Result<Bytes> encoded = encodedPixels(photo.pixels, format, {photo.profile.icc.get(), options});
    if (!encoded) return encoded;
    return withMetadata(std::move(*encoded), photo, options);
  });
}

Result<void> writePhoto(const std::filesystem::path& file, const Photo& photo, const WriteOptions& options) {
  const auto format = formatOf(file);
  if (!format) return badInput(quoted(file) + " does not end in .png, .jpg, .tif or .webp. Choose one of these endings.");
  const Result<Bytes> encoded = encodePhoto(photo, *format, options);
  if (!encoded) return encoded.failure();
  return writeWhole(file, *encoded);
}

Result<Bytes> encodePng(const Bitmap& bitmap, int compression) {
  if (bitmap.empty()) return notEncoded("it has no pixels");
  return guarded([&] {
    EncodeSettings settings;
    settings.options.pngCompression = compression;
    return encodeAsPng(bitmap, settings);
  });
}

Result<Bytes> encodeIndexPng(const Bitmap& indices, std::span<const std::uint32_t> palette) {
  if (indices.empty()) return notEncoded("it has no pixels");
  return guarded([&] {
    EncodeSettings settings;
    settings.palette = palette;
    return encodeAsPng(indices, settings);
  });
}

}  // namespace retailor::image
