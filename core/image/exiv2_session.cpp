#include "core/image/exiv2_session.h"

#include <mutex>

namespace retailor::image {
namespace {

void lockXmp(void* mutex, bool lock) {
  auto& theMutex = *static_cast<std::mutex*>(mutex);
  lock ? theMutex.lock() : theMutex.unlock();
}

}  // namespace

void startExiv2() {
  static std::once_flag once;
  static std::mutex xmpMutex;
  std::call_once(once, [] {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::XmpParser::initialize(lockXmp, &xmpMutex);
    Exiv2::XmpProperties::registerNs("urn:retailor:xmp:1.0:", "retailor");
  });
}

Exiv2::ExifData exifOf(const Metadata& metadata) {
  Exiv2::ExifData exif;
  if (metadata.exif.empty()) return exif;
  try {
    Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte*>(metadata.exif.data()),
                              static_cast<uint32_t>(metadata.exif.size()));
  } catch (const std::exception&) {
    exif.clear();
  }
  return exif;
}

Exiv2::IptcData iptcOf(const Metadata& metadata) {
  Exiv2::IptcData iptc;
  if (metadata.iptc.empty()) return iptc;
  const auto* bytes = reinterpret_cast<const Exiv2::byte*>(metadata.iptc.data());
  if (Exiv2::IptcParser::decode(iptc, bytes, static_cast<uint32_t>(metadata.iptc.size())) != 0) iptc.clear();
  return iptc;
}

Exiv2::XmpData xmpOf(const Metadata& metadata) {
  Exiv2::XmpData xmp;
  if (!metadata.xmp.empty() && Exiv2::XmpParser::decode(xmp, metadata.xmp) != 0) xmp.clear();
  return xmp;
}

}  // namespace retailor::image
