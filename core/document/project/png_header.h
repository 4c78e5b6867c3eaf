#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/image/bitmap.h"

namespace retailor::document {

// What the first 29 bytes of a PNG declare (PNG specification 11.2.2), so that an entry can be refused before anything decodes it.
struct PngHeader {
  image::Size size;
  int channels = 0;  // 1, 3 or 4; palettes, grey with alpha and depths other than 8 and 16 are none of ours
  image::SampleType type = image::SampleType::U8;
  bool operator==(const PngHeader&) const = default;

  std::uint64_t decodedBytes() const;
};

std::optional<PngHeader> pngHeader(std::span<const std::byte> file);

}  // namespace retailor::document
