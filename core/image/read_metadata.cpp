#include <algorithm>
#include <iterator>

#include "core/image/exiv2_session.h"
#include "core/image/photo_metadata.h"

namespace retailor::image {
namespace {

// IFD0 tags that say how a file stores its samples (TIFF 6.0), or that hold other blocks; our encoders write their own.
constexpr std::uint16_t kStorageTags[] = {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273,   277,   278,   279,  280, 281,
                                          284, 288, 289, 290, 291, 292, 293, 297, 301, 317, 320, 321,   322,   323,   324,  325, 330,
                                          332, 333, 334, 336, 337, 338, 339, 340, 341, 342, 343, 344,   345,   346,   347,  512, 513,
                                          514, 515, 517, 518, 519, 520, 521, 529, 530, 532, 700, 33723, 34377, 34675, 37724};

bool describesStorage(const Exiv2::Exifdatum& datum) {
  const std::string group = datum.groupName();
  if (group.starts_with("SubImage") || group == "Image2" || group == "Image3") return true;
  return group == "Image" && std::find(std::begin(kStorageTags), std::end(kStorageTags), datum.tag()) != std::end(kStorageTags);
}

template <class Data, class Unwanted>
void eraseWhere(Data& data, const Unwanted& unwanted) {
  for (auto it = data.begin(); it != data.end();) it = unwanted(*it) ? data.erase(it) : std::next(it);
}

std::string textOf(const Exiv2::ExifData& exif, const char* key) {
  const auto found = exif.findKey(Exiv2::ExifKey(key));
  return found == exif.end() ? std::string() : found->toString();
}

int takeOrientation(Exiv2::ExifData& exif) {
  const auto found = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
  if (found == exif.end() || found->count() == 0) return 1;
  const long value = found->toLong();
  found->setValue("1");
  return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

Bytes bytesOf(const Exiv2::byte* data, std::size_t size) {
  const auto* first = reinterpret_cast<const std::byte*>(data);
  return {first, first + size};
}

void takeExif(Exiv2::ExifData exif, Exiv2::ByteOrder order, FoundMetadata& found) {
  if (exif.empty()) return;
  found.orientation = takeOrientation(exif);
  found.adobeRgb = textOf(exif, "Exif.Iop.InteroperabilityIndex").starts_with("R03");
  eraseWhere(exif, describesStorage);
  if (exif.empty()) return;
  Exiv2::Blob blob;
  Exiv2::ExifParser::encode(blob, order == Exiv2::invalidByteOrder ? Exiv2::littleEndian : order, exif);
  found.metadata.exif = bytesOf(blob.data(), blob.size());
}

void takeIptc(const Exiv2::IptcData& iptc, FoundMetadata& found) {
  if (iptc.empty()) return;
  const Exiv2::DataBuf block = Exiv2::IptcParser::encode(iptc);
  found.metadata.iptc = bytesOf(block.pData_, static_cast<std::size_t>(block.size_));
}

void takeXmp(const std::string& packet, FoundMetadata& found) {
  Exiv2::XmpData understood;
  if (packet.empty()) return;
  if (Exiv2::XmpParser::decode(understood, packet) == 0) {
    found.metadata.xmp = packet;
  } else {
    found.damaged = true;
  }
}

// Runs one part of the reading; what throws is left out, the rest goes on.
template <class Part>
void attempt(FoundMetadata& found, const Part& part) {
  try {
    part();
  } catch (const std::exception&) {
    found.damaged = true;
  }
}

}  // namespace

FoundMetadata readMetadata(std::span<const std::byte> file) {
  startExiv2();
  FoundMetadata found;
  attempt(found, [&] {
    const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
    attempt(found, [&] { image->readMetadata(); });
    attempt(found, [&] { takeExif(image->exifData(), image->byteOrder(), found); });
    attempt(found, [&] { takeIptc(image->iptcData(), found); });
    attempt(found, [&] { takeXmp(image->xmpPacket(), found); });
  });
  return found;
}

std::string embeddedRecipe(const Metadata& metadata) {
  startExiv2();
  const Exiv2::XmpData xmp = xmpOf(metadata);
  const auto found = xmp.findKey(Exiv2::XmpKey(kRecipeKey));
  return found == xmp.end() ? std::string() : found->toString();
}

}  // namespace retailor::image
