#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/paint_target.h"
#include "core/document/reference.h"

// Where things lie in a project file, for its writer and its reader. The first five are OpenRaster's own
// (https://www.openraster.org/baseline/file-layout-spec.html); under retailor/ is what other programs do not know.
namespace retailor::document::entry {

constexpr std::string_view mimetype = "mimetype";
constexpr std::string_view openRaster = "image/openraster";  // what it says
constexpr std::string_view stack = "stack.xml";
constexpr std::string_view merged = "mergedimage.png";
constexpr std::string_view thumbnail = "Thumbnails/thumbnail.png";
constexpr std::string_view photo = "data/photo.png";  // the photo itself, bit for bit

constexpr std::string_view document = "retailor/document.json";
constexpr std::string_view profile = "retailor/photo.icc";
constexpr std::string_view exif = "retailor/photo.exif";
constexpr std::string_view iptc = "retailor/photo.iptc";
constexpr std::string_view xmp = "retailor/photo.xmp";
constexpr std::string_view mask = "retailor/mask.png";

constexpr std::string_view pose = "retailor/pose.png";

inline std::string region(const PaintTarget& target) { return "retailor/regions/" + std::string(targetKey(target)) + ".png"; }

inline std::string referencePicture(Id id) { return "retailor/references/" + std::to_string(id) + ".png"; }
inline std::string referenceMask(Id id) { return "retailor/references/" + std::to_string(id) + "-mask.png"; }

// What other programs show of a layer: colours with the blend mask as alpha. Results without alpha of their own are restored from it.
inline std::string layerPicture(Id id) { return "data/layer-" + std::to_string(id) + ".png"; }
inline std::string candidatePicture(Id id) { return "retailor/candidates/" + std::to_string(id) + ".png"; }

// Results that have alpha of their own keep pixels and blend mask apart.
inline std::string resultPixels(Id id) { return "retailor/results/" + std::to_string(id) + ".png"; }
inline std::string resultBlend(Id id) { return "retailor/results/" + std::to_string(id) + "-blend.png"; }

}  // namespace retailor::document::entry

namespace retailor::document {

// What a project may ask for. The reader refuses more before allocating it, so the writer does not write more.
struct ProjectLimits {
  static constexpr std::uint64_t entries = 4096;
  static constexpr std::uint64_t bytesInAll = std::uint64_t{4} << 30;      // of all entries, inflated
  static constexpr std::uint64_t bytesOfPicture = std::uint64_t{2} << 30;  // of one entry, inflated
  static constexpr std::uint64_t bytesOfText = std::uint64_t{16} << 20;    // document.json
  static constexpr std::uint64_t bytesOfMetadata = std::uint64_t{64} << 20;
  static constexpr std::uint64_t bytesDecoded = std::uint64_t{8} << 30;  // of all pictures in memory
  static constexpr Id lastId = Id{1} << 62;
};

constexpr int projectVersion = 1;

}  // namespace retailor::document
