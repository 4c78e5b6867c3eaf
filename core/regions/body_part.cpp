#include "core/regions/body_part.h"

#include <algorithm>

#include "core/mask/mask_combine.h"

namespace retailor::regions {

using completion::BodyRegion;

std::string_view partKey(BodyPart part) {
  if (const auto region = regionOf(part)) return completion::regionKey(*region);
  switch (part) {
    case BodyPart::Skin: return "skin";
    case BodyPart::Arms: return "arms";
    case BodyPart::Carried: return "carried";
    case BodyPart::Inherit: return "inherit";
    default: return "none";
  }
}

std::optional<BodyPart> partFromKey(std::string_view key) {
  for (const BodyPart part : {BodyPart::None, BodyPart::Inherit})
    if (partKey(part) == key) return part;
  const auto found = std::ranges::find(allParts, key, partKey);
  return found == allParts.end() ? std::nullopt : std::optional(*found);
}

std::optional<BodyRegion> regionOf(BodyPart part) {
  switch (part) {
    case BodyPart::Face: return BodyRegion::Face;
    case BodyPart::Hair: return BodyRegion::Hair;
    case BodyPart::UpperClothes: return BodyRegion::UpperClothes;
    case BodyPart::LowerClothes: return BodyRegion::LowerClothes;
    case BodyPart::WholeBody: return BodyRegion::WholeBody;
    case BodyPart::Shoes: return BodyRegion::Shoes;
    default: return std::nullopt;
  }
}

std::set<BodyPart> partsOf(BodyRegion region, const std::set<BodyPart>& shown) {
  if (region == BodyRegion::Anything) return shown;
  std::set<BodyPart> parts;
  for (const BodyPart part : shown) {
    if (regionOf(part) == region) return {part};
    if (region == BodyRegion::WholeBody && (part == BodyPart::UpperClothes || part == BodyPart::LowerClothes)) parts.insert(part);
  }
  return parts;
}

bool liesInFront(BodyPart part) { return part == BodyPart::Arms || part == BodyPart::Carried; }

mask::Mask maskOf(const mask::Labels& parts, BodyPart part) { return parts.maskOf(static_cast<std::uint8_t>(part)); }

mask::Mask inFrontOf(const mask::Labels& parts) { return mask::added(maskOf(parts, BodyPart::Arms), maskOf(parts, BodyPart::Carried)); }

std::uint8_t filedLabel(BodyPart part) { return std::min(static_cast<std::uint8_t>(part), std::uint8_t{7}); }

}  // namespace retailor::regions
