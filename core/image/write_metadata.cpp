#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/image/colour.h"
#include "core/image/exiv2_session.h"
#include "core/image/photo_metadata.h"

namespace retailor::image {
namespace {

constexpr char kGeneratedSource[] = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

// Parts of keys that give a place away, in EXIF (maker notes too), IPTC and XMP.
constexpr std::string_view kPlaceWords[] = {"GPS",      "Location", "City", "Country",         "ProvinceState",
                                            "Landmark", "Geotag",   "geo:", "photoshop.State", "SubLocation"};

// XMP that points at attachments (motion, depth, gain map) or shows the unedited picture; an export carries neither.
constexpr std::string_view kAttachmentPrefixes[] = {"Xmp.xmp.Thumbnails", "Xmp.GCamera.", "Xmp.GContainer.", "Xmp.Container.",
                                                    "Xmp.GDepth.",        "Xmp.GImage.",  "Xmp.hdrgm.",      "Xmp.xmpNote."};

struct Parts {
  Exiv2::ExifData exif;
  Exiv2::IptcData iptc;
  Exiv2::XmpData xmp;
  bool empty() const { return exif.empty() && iptc.empty() && xmp.empty(); }
};

template <class Data, class Unwanted>
void eraseWhere(Data& data, const Unwanted& unwanted) {
  for (auto it = data.begin(); it != data.end();) it = unwanted(it->key()) ? data.erase(it) : std::next(it);
}

bool tellsPlace(const std::string& key) {
  return std::any_of(std::begin(kPlaceWords), std::end(kPlaceWords), [&](std::string_view word) { return key.find(word) != key.npos; });
}

bool pointsAtAttachment(const std::string& key) {
  return std::any_of(std::begin(kAttachmentPrefixes), std::end(kAttachmentPrefixes),
                     [&](std::string_view prefix) { return key.starts_with(prefix); });
}

void stripPlace(Parts& parts) {
  eraseWhere(parts.exif, tellsPlace);
  eraseWhere(parts.iptc, tellsPlace);
  eraseWhere(parts.xmp, tellsPlace);
}

void renewExif(Exiv2::ExifData& exif, const Photo& photo) {
  if (exif.empty()) return;
  Exiv2::ExifThumb(exif).erase();
  exif["Exif.Image.Orientation"] = std::uint16_t{1};
  exif["Exif.Photo.PixelXDimension"] = static_cast<std::uint32_t>(photo.pixels.width());
  exif["Exif.Photo.PixelYDimension"] = static_cast<std::uint32_t>(photo.pixels.height());
  exif["Exif.Photo.ColorSpace"] = static_cast<std::uint16_t>(isSrgb(photo.profile) ? 1 : 65535);
}

void renewXmpValue(Exiv2::XmpData& xmp, const char* key, int value) {
  const auto found = xmp.findKey(Exiv2::XmpKey(key));
  if (found != xmp.end()) found->setValue(std::to_string(value));
}

void renewXmp(Exiv2::XmpData& xmp, const Bitmap& pixels) {
  eraseWhere(xmp, pointsAtAttachment);
  renewXmpValue(xmp, "Xmp.tiff.Orientation", 1);
  renewXmpValue(xmp, "Xmp.tiff.ImageWidth", pixels.width());
  renewXmpValue(xmp, "Xmp.tiff.ImageLength", pixels.height());
  renewXmpValue(xmp, "Xmp.exif.PixelXDimension", pixels.width());
  renewXmpValue(xmp, "Xmp.exif.PixelYDimension", pixels.height());
}

// One more step in the picture's history. Without a time of day: the same recipe makes the same bytes.
void appendHistory(Exiv2::XmpData& xmp) {
  const std::string history = "Xmp.xmpMM.History";
  if (xmp.findKey(Exiv2::XmpKey(history)) == xmp.end()) {
    Exiv2::XmpTextValue sequence;
    sequence.setXmpArrayType(Exiv2::XmpValue::xaSeq);
    xmp.add(Exiv2::XmpKey(history), &sequence);
  }
  int next = 1;
  const auto entry = [&](const char* field) { return history + "[" + std::to_string(next) + "]" + field; };
  while (xmp.findKey(Exiv2::XmpKey(entry(""))) != xmp.end()) ++next;
  xmp[entry("/stEvt:action")] = "edited";
  xmp[entry("/stEvt:softwareAgent")] = "Retailor";
}

void markGenerated(Parts& parts) {
  parts.xmp["Xmp.iptcExt.DigitalSourceType"] = kGeneratedSource;
  parts.xmp["Xmp.xmp.CreatorTool"] = "Retailor";
  appendHistory(parts.xmp);
  if (!parts.exif.empty()) parts.exif["Exif.Image.Software"] = "Retailor";
}

Parts partsFor(const Photo& photo, const WriteOptions& options) {
  Parts parts;
  if (options.metadata != MetadataPolicy::StripAll) {
    parts = {exifOf(photo.metadata), iptcOf(photo.metadata), xmpOf(photo.metadata)};
  }
  if (options.metadata == MetadataPolicy::StripLocation) stripPlace(parts);
  renewExif(parts.exif, photo);
  renewXmp(parts.xmp, photo.pixels);
  if (options.markGenerated) markGenerated(parts);
  // A recipe that an earlier export left belongs to other pixels.
  eraseWhere(parts.xmp, [](const std::string& key) { return key == kRecipeKey; });
  if (!options.recipeJson.empty()) parts.xmp[kRecipeKey] = options.recipeJson;
  return parts;
}

// Adds to what is there: a fresh TIFF file's own tags say how its samples are stored.
void addExif(Exiv2::Image& image, const Exiv2::ExifData& exif) {
  for (const Exiv2::Exifdatum& datum : exif) image.exifData()[datum.key()].setValue(&datum.value());
}

Bytes written(const Bytes& encoded, const Parts& parts) {
  const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(encoded.data()), static_cast<long>(encoded.size()));
  image->readMetadata();
  addExif(*image, parts.exif);
  if ((image->checkMode(Exiv2::mdIptc) & Exiv2::amWrite) != 0) image->setIptcData(parts.iptc);
  image->setXmpData(parts.xmp);
  image->writeMetadata();
  Exiv2::BasicIo& io = image->io();
  io.open();
  const auto* first = reinterpret_cast<const std::byte*>(io.mmap());
  return {first, first + io.size()};
}

}  // namespace

Result<Bytes> withMetadata(Bytes encoded, const Photo& photo, const WriteOptions& options) {
  startExiv2();
  const Parts parts = partsFor(photo, options);
  if (parts.empty()) return encoded;
  try {
    return written(encoded, parts);
  } catch (const Exiv2::Error&) {
    return badInput("The recipe and the metadata do not fit into this file format. Export as PNG or TIFF, or leave one of them out.");
  }
}

}  // namespace retailor::image
