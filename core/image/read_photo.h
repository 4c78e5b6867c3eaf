#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::image {

// What a picture file may ask for; checked against the sizes its header declares before anything is allocated.
struct ReadBudget {
  std::int64_t maxFileBytes = std::int64_t{2} << 30;
  std::int64_t maxPixels = 200'000'000;
  int maxSide = 60'000;
};

// Reads PNG (8, 16), JPEG, TIFF (8, 16) and WebP by content, not by name; turns them upright once (EXIF 0x0112). Grey and palette
// pictures become RGB; CMYK becomes sRGB with a note. BadInput for missing, empty, cut, oversized, unreadable or foreign files,
// with the file named. Any thread.
Result<Photo> readPhoto(const std::filesystem::path& file, const ReadBudget& budget = {});

// The same for a file already in memory; `name` stands for the file in sentences.
Result<Photo> readPhotoFromMemory(std::span<const std::byte> file, const std::string& name, const ReadBudget& budget = {});

// Pixels as U8 sRGB, 3 or 4 channels: how references and previews travel.
Result<Bitmap> readAsSrgb8(const std::filesystem::path& file, const ReadBudget& budget = {});

// A mask picture: luma of the file as 8-bit coverage (1 channel, U8), multiplied by its alpha where it has one; upright. A 16-bit mask is
// rounded.
Result<Bitmap> readCoverage(const std::filesystem::path& file, const ReadBudget& budget = {});

}  // namespace retailor::image
