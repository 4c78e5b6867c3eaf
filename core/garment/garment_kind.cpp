#include "core/garment/garment_kind.h"

namespace retailor::garment {
namespace {

constexpr std::array<std::string_view, allKinds.size()> kindKeys{"sleeved",  "sleeveless",    "skirt",
                                                                 "trousers", "sleeved-dress", "sleeveless-dress"};

}  // namespace

std::string_view kindKey(GarmentKind kind) { return kindKeys.at(static_cast<std::size_t>(kind)); }

std::optional<GarmentKind> kindFromKey(std::string_view key) {
  for (const GarmentKind kind : allKinds)
    if (kindKey(kind) == key) return kind;
  return std::nullopt;
}

bool hasSleeves(GarmentKind kind) { return kind == GarmentKind::Sleeved || kind == GarmentKind::SleevedDress; }

bool hasNeck(GarmentKind kind) { return kind != GarmentKind::Skirt && kind != GarmentKind::Trousers; }

bool fitsRow(GarmentKind kind, GarmentRow row) {
  if (row == GarmentRow::Lower) return !hasNeck(kind);
  const bool dress = kind == GarmentKind::SleevedDress || kind == GarmentKind::SleevelessDress;
  return hasNeck(kind) && dress == (row == GarmentRow::Whole);
}

}  // namespace retailor::garment
