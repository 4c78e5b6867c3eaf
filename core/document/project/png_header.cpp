#include "core/document/project/png_header.h"

#include <algorithm>
#include <array>
#include <limits>

namespace retailor::document {

namespace {

constexpr std::array<std::uint8_t, 16> startOfPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

std::uint32_t bigEndian(std::span<const std::byte> four) {
  std::uint32_t value = 0;
  for (const std::byte byte : four) value = value << 8 | std::to_integer<std::uint32_t>(byte);
  return value;
}

int channelsOf(int colourType) {
  switch (colourType) {
    case 0: return 1;
    case 2: return 3;
    case 6: return 4;
    default: return 0;
  }
}

}  // namespace

// Grey pictures are decoded to three channels.
std::uint64_t PngHeader::decodedBytes() const {
  const auto pixels = static_cast<std::uint64_t>(size.width) * static_cast<std::uint64_t>(size.height);
  return pixels * static_cast<std::uint64_t>(std::max(channels, 3)) * image::bytesPerSample(type);
}

std::optional<PngHeader> pngHeader(std::span<const std::byte> file) {
  const auto matches = [](std::uint8_t wanted, std::byte byte) { return std::byte{wanted} == byte; };
  if (file.size() < 29 || !std::equal(startOfPng.begin(), startOfPng.end(), file.begin(), matches)) return std::nullopt;
  const std::uint32_t width = bigEndian(file.subspan(16, 4)), height = bigEndian(file.subspan(20, 4));
  constexpr std::uint32_t most = std::numeric_limits<std::int32_t>::max();
  const int depth = std::to_integer<int>(file[24]), channels = channelsOf(std::to_integer<int>(file[25]));
  if (width == 0 || height == 0 || width > most || height > most || channels == 0 || (depth != 8 && depth != 16)) return std::nullopt;
  return PngHeader{
      {static_cast<int>(width), static_cast<int>(height)}, channels, depth == 8 ? image::SampleType::U8 : image::SampleType::U16};
}

}  // namespace retailor::document
