#include "core/document/recovery/raw_picture.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/document/coverage_runs.h"

namespace retailor::document {

namespace {

struct Header {
  std::array<char, 4> magic{'R', 'T', 'R', '1'};
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::int32_t channels = 0;
  std::int32_t type = 0;
};

bool isWhole(const Header& header, image::Size size, std::size_t samples) {
  const auto count =
      static_cast<std::uint64_t>(header.width) * static_cast<std::uint64_t>(header.height) * static_cast<std::uint64_t>(header.channels);
  const bool known = header.magic == Header{}.magic && header.channels >= 1 && header.channels <= 4 && header.type >= 0 && header.type <= 2;
  return known && image::Size{header.width, header.height} == size &&
         count * image::bytesPerSample(static_cast<image::SampleType>(header.type)) == samples;
}

}  // namespace

image::Bytes rawPicture(const image::Bitmap& picture) {
  const Header header{
      .width = picture.width(), .height = picture.height(), .channels = picture.channels(), .type = static_cast<int>(picture.sampleType())};
  image::Bytes bytes(sizeof header + picture.byteCount());
  std::memcpy(bytes.data(), &header, sizeof header);
  std::copy_n(picture.bytes(), picture.byteCount(), bytes.begin() + sizeof header);
  return bytes;
}

std::optional<image::Bitmap> pictureFromRaw(std::span<const std::byte> bytes, image::Size size) {
  Header header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::span<const std::byte> samples = bytes.subspan(sizeof header);
  if (!isWhole(header, size, samples.size())) return std::nullopt;
  image::Bitmap picture(size, header.channels, static_cast<image::SampleType>(header.type));
  std::copy(samples.begin(), samples.end(), picture.bytes());
  return picture;
}

image::Bytes rawMask(const mask::Mask& mask) {
  const QByteArray runs = runsOf(mask, mask.bounds());
  const auto* begin = reinterpret_cast<const std::byte*>(runs.constData());
  return {begin, begin + runs.size()};
}

std::optional<mask::Mask> maskFromRaw(std::span<const std::byte> bytes, image::Size size) {
  mask::Mask mask(size);
  const QByteArrayView runs(bytes.data(), static_cast<qsizetype>(bytes.size()));
  if (!putRuns(runs, mask, mask.bounds())) return std::nullopt;
  return mask;
}

}  // namespace retailor::document
