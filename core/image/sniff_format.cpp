#include "core/image/sniff_format.h"

#include <cstring>
#include <string_view>

namespace retailor::image {
namespace {

using namespace std::string_view_literals;

bool has(std::span<const std::byte> file, std::size_t offset, std::string_view magic) {
  return file.size() >= offset + magic.size() && std::memcmp(file.data() + offset, magic.data(), magic.size()) == 0;
}

struct Foreign {
  std::size_t offset;
  std::string_view magic;
  const char* kind;
};

constexpr Foreign kForeign[] = {
    {0, "GIF8"sv, "is a GIF picture"},
    {0, "BM"sv, "is a BMP picture"},
    {4, "ftypavif"sv, "is an AVIF picture"},
    {4, "ftyphe"sv, "is a HEIC picture"},
    {4, "ftypmif1"sv, "is a HEIF picture"},
    {4, "ftypcrx"sv, "is a raw camera file"},
    {0, "\0\0\0\x0CJXL "sv, "is a JPEG XL picture"},
    {0, "\xFF\x0A"sv, "is a JPEG XL picture"},
    {4, "jP  "sv, "is a JPEG 2000 picture"},
    {0, "8BPS"sv, "is a Photoshop document"},
    {0, "%PDF"sv, "is a PDF document"},
    {0, "v/1\x01"sv, "is an OpenEXR picture"},
    {0, "PK\x03\x04"sv, "is a zip archive or a project, not a picture"},
    {0, "II+\0"sv, "is a BigTIFF picture"},
    {0, "MM\0+"sv, "is a BigTIFF picture"},
};

}  // namespace

std::optional<FileFormat> sniffedFormat(std::span<const std::byte> file) {
  if (has(file, 0, "\x89PNG\r\n\x1A\n"sv)) return FileFormat::Png;
  if (has(file, 0, "\xFF\xD8\xFF"sv)) return FileFormat::Jpeg;
  if (has(file, 0, "II*\0"sv) || has(file, 0, "MM\0*"sv)) return FileFormat::Tiff;
  if (has(file, 0, "RIFF"sv) && has(file, 8, "WEBP"sv)) return FileFormat::WebP;
  return std::nullopt;
}

std::string foreignKind(std::span<const std::byte> file) {
  for (const Foreign& foreign : kForeign) {
    if (has(file, foreign.offset, foreign.magic)) return foreign.kind;
  }
  return "is not a picture that Retailor knows";
}

}  // namespace retailor::image
