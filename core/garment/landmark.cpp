#include "core/garment/landmark.h"

namespace retailor::garment {
namespace {

using enum Landmark;

constexpr std::array<std::string_view, landmarkCount> landmarkKeys{
    "neck-left",      "neck-bottom", "neck-right",  "shoulder-right",  "cuff-outer-right", "cuff-inner-right",
    "armpit-right",   "waist-left",  "waist-right", "hem-right",       "hem-inner-right",  "crotch",
    "hem-inner-left", "hem-left",    "armpit-left", "cuff-inner-left", "cuff-outer-left",  "shoulder-left"};

constexpr std::array<Landmark, landmarkCount> others{NeckRight,     NeckBottom, NeckLeft,    ShoulderLeft,   CuffOuterLeft,  CuffInnerLeft,
                                                     ArmpitLeft,    WaistRight, WaistLeft,   HemLeft,        HemInnerLeft,   Crotch,
                                                     HemInnerRight, HemRight,   ArmpitRight, CuffInnerRight, CuffOuterRight, ShoulderRight};

constexpr std::array sleeved{NeckLeft, NeckBottom, NeckRight,  ShoulderRight, CuffOuterRight, CuffInnerRight, ArmpitRight,
                             HemRight, HemLeft,    ArmpitLeft, CuffInnerLeft, CuffOuterLeft,  ShoulderLeft};
constexpr std::array sleeveless{NeckLeft, NeckBottom, NeckRight, ShoulderRight, HemRight, HemLeft, ShoulderLeft};
constexpr std::array skirt{WaistLeft, WaistRight, HemRight, HemLeft};
constexpr std::array trousers{WaistLeft, WaistRight, HemRight, HemInnerRight, Crotch, HemInnerLeft, HemLeft};

}  // namespace

std::string_view landmarkKey(Landmark landmark) { return landmarkKeys.at(static_cast<std::size_t>(landmark)); }

std::optional<Landmark> landmarkFromKey(std::string_view key) {
  for (std::size_t i = 0; i < landmarkCount; ++i)
    if (landmarkKeys[i] == key) return static_cast<Landmark>(i);
  return std::nullopt;
}

Landmark mirrored(Landmark landmark) { return others.at(static_cast<std::size_t>(landmark)); }

std::span<const Landmark> landmarksOf(GarmentKind kind) {
  if (hasSleeves(kind)) return sleeved;
  if (hasNeck(kind)) return sleeveless;
  return kind == GarmentKind::Skirt ? std::span<const Landmark>(skirt) : std::span<const Landmark>(trousers);
}

}  // namespace retailor::garment
