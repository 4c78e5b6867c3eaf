#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

#include "core/completion/body_region.h"
#include "core/completion/photo_regions.h"
#include "core/mask/labels.h"

namespace retailor::regions {

// What a pixel of a photo shows. The numbers are the labels of a mask::Labels plane. Left and right in foreign classes are the person's.
enum class BodyPart : std::uint8_t {
  None = 0,
  Face = 1,  // with ears, glasses, beard, earrings; without neck
  Hair = 2,  // and whatever is worn on it
  UpperClothes = 3,
  LowerClothes = 4,
  WholeBody = 5,  // dresses and the like: neither upper nor lower then
  Shoes = 6,      // with socks
  Skin = 7,       // legs, neck, torso
  Arms = 8,       // with hands and gloves
  Carried = 9,    // bags, jewellery, watches
  Inherit = 255   // of a class table only: a detail (a collar, a pocket) of whatever lies nearest
};

inline constexpr std::array allParts{BodyPart::Face,  BodyPart::Hair, BodyPart::UpperClothes, BodyPart::LowerClothes, BodyPart::WholeBody,
                                     BodyPart::Shoes, BodyPart::Skin, BodyPart::Arms,         BodyPart::Carried};

// "face", …, "shoes" as regionKey(), then "skin", "arms", "carried"; "none", "inherit".
std::string_view partKey(BodyPart part);
std::optional<BodyPart> partFromKey(std::string_view key);

std::optional<completion::BodyRegion> regionOf(BodyPart part);  // nothing for what is no region
// What a reference tagged `region` consists of, of the parts that its picture shows: all of the person for Anything; whole-body clothes are
// upper and lower ones together where none are told apart.
std::set<BodyPart> partsOf(completion::BodyRegion region, const std::set<BodyPart>& shown);
bool liesInFront(BodyPart part);  // hands, arms, bags: kept before new clothes

// One coverage of the plane: a region's, or all that lies in front.
mask::Mask maskOf(const mask::Labels& parts, BodyPart part);
mask::Mask inFrontOf(const mask::Labels& parts);

// The numbers that files carry: 0 to 6 as above, and 7 for everything else of a person.
std::uint8_t filedLabel(BodyPart part);

}  // namespace retailor::regions
