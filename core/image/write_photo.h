#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::image {

enum class FileFormat { Png, Jpeg, Tiff, WebP };

enum class MetadataPolicy { KeepAll, StripLocation, StripAll };

struct WriteOptions {
  int jpegQuality = 95;    // 1..100, always 4:4:4
  int webpQuality = 101;   // 1..100; above 100 is lossless
  int pngCompression = 4;  // zlib level 0..9; never changes the samples
  MetadataPolicy metadata = MetadataPolicy::KeepAll;
  std::string recipeJson;     // embedded as XMP (namespace retailor, property Recipe) when not empty
  bool markGenerated = true;  // IPTC digital source type "composite with trained algorithmic media"
};

// The format that the file name's extension asks for; nothing when it is none of ours.
std::optional<FileFormat> formatOf(const std::filesystem::path& file);

// Encodes in memory, profile and metadata included (orientation 1, sizes renewed, old thumbnail dropped). JPEG and WebP take 8 bits: 16-bit
// samples are rounded. JPEG drops alpha over white.
Result<Bytes> encodePhoto(const Photo& photo, FileFormat format, const WriteOptions& options = {});

// encodePhoto, then writeWhole. BadInput for an unknown extension, CannotWrite otherwise. Any thread.
Result<void> writePhoto(const std::filesystem::path& file, const Photo& photo, const WriteOptions& options = {});

// A bitmap alone (1, 3 or 4 channels, U8 or U16) as PNG: masks, previews, project entries.
Result<Bytes> encodePng(const Bitmap& bitmap, int compression = 4);
// Indices (1 channel, U8, each below the palette's size) with the colours, 0xRRGGBB, they stand for (1 to 256): label pictures.
Result<Bytes> encodeIndexPng(const Bitmap& indices, std::span<const std::uint32_t> palette);

// The file appears whole or not at all: temporary file beside it, flushed to disk, renamed over. CannotWrite names the folder and the
// reason (read-only, full, missing).
Result<void> writeWhole(const std::filesystem::path& file, std::span<const std::byte> bytes);

}  // namespace retailor::image
