#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/garment/garment_kind.h"

namespace retailor::garment {

// Named places on a garment's outline, clockwise from the left neck point. Left and right are the picture's, not the wearer's.
enum class Landmark {
  NeckLeft,
  NeckBottom,
  NeckRight,
  ShoulderRight,
  CuffOuterRight,
  CuffInnerRight,
  ArmpitRight,
  WaistLeft,
  WaistRight,
  HemRight,
  HemInnerRight,
  Crotch,
  HemInnerLeft,
  HemLeft,
  ArmpitLeft,
  CuffInnerLeft,
  CuffOuterLeft,
  ShoulderLeft
};
inline constexpr std::size_t landmarkCount = 18;

// "neck-left", "cuff-outer-right", …: in files and as the root of names on screen.
std::string_view landmarkKey(Landmark landmark);
std::optional<Landmark> landmarkFromKey(std::string_view key);

Landmark mirrored(Landmark landmark);  // left becomes right; the middle ones stay

// Those a kind of garment has, in the order in which its outline meets them clockwise.
std::span<const Landmark> landmarksOf(GarmentKind kind);

}  // namespace retailor::garment
