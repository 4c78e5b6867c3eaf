#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace retailor::garment {

// Where on the body a garment goes: what the row it was dropped on says.
enum class GarmentRow { Upper, Lower, Whole };

// What its outline is read as. The row leaves two or three of them open; the outline chooses.
enum class GarmentKind { Sleeved, Sleeveless, Skirt, Trousers, SleevedDress, SleevelessDress };

inline constexpr std::array allKinds{GarmentKind::Sleeved,  GarmentKind::Sleeveless,   GarmentKind::Skirt,
                                     GarmentKind::Trousers, GarmentKind::SleevedDress, GarmentKind::SleevelessDress};

// "sleeved", "sleeveless", "skirt", "trousers", "sleeved-dress", "sleeveless-dress": in files.
std::string_view kindKey(GarmentKind kind);
std::optional<GarmentKind> kindFromKey(std::string_view key);

bool hasSleeves(GarmentKind kind);
bool hasNeck(GarmentKind kind);  // tops and dresses; the others have a waist
bool fitsRow(GarmentKind kind, GarmentRow row);

}  // namespace retailor::garment
