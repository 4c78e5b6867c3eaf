#pragma once

#include <string>
#include <string_view>

#include "core/document/paint_target.h"
#include "core/document/reference.h"

// What a recovery journal's folder holds. Everything but the state is written before the state that names it.
namespace retailor::document::journal {

constexpr std::string_view lock = "lock";
constexpr std::string_view state = "state.json";  // document.json's text; without it there is nothing to recover
constexpr std::string_view project = "project-file.txt";
constexpr std::string_view photo = "photo.raw";
constexpr std::string_view profile = "photo.icc";
constexpr std::string_view exif = "photo.exif";
constexpr std::string_view iptc = "photo.iptc";
constexpr std::string_view xmp = "photo.xmp";
constexpr std::string_view mask = "mask.runs";
constexpr std::string_view pose = "pose.raw";

inline std::string region(const PaintTarget& target) { return "region-" + std::string(targetKey(target)) + ".runs"; }
inline std::string referencePicture(Id id) { return "reference-" + std::to_string(id) + ".raw"; }
inline std::string referenceMask(Id id) { return "reference-" + std::to_string(id) + "-mask.runs"; }
inline std::string resultPixels(Id id) { return "result-" + std::to_string(id) + ".raw"; }
inline std::string resultBlend(Id id) { return "result-" + std::to_string(id) + "-blend.runs"; }

}  // namespace retailor::document::journal
