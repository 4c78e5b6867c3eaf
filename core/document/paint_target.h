#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/completion/photo_regions.h"

namespace retailor::document {

// Which coverage of the photo is meant, of those a user can paint: the mask, the part that shows a body region (the garment worn there), or
// what lies in front of garments.
struct PaintTarget {
  enum class What { Mask, Region, InFront };

  What what = What::Mask;
  completion::BodyRegion region = completion::BodyRegion::Anything;  // of What::Region only
  auto operator<=>(const PaintTarget&) const = default;

  bool isMask() const { return what == What::Mask; }
  static PaintTarget wornAt(completion::BodyRegion region) { return {What::Region, region}; }
  static PaintTarget inFront() { return {What::InFront}; }
};

// "upper-clothes", …, "in-front": in project files. Only for what is not the mask.
std::string_view targetKey(const PaintTarget& target);
std::optional<PaintTarget> targetFromKey(std::string_view key);

// What is marked of `target` (not the mask); null when nothing is.
std::shared_ptr<const mask::Mask> markedIn(const completion::PhotoRegions& regions, const PaintTarget& target);
// Null, or a mask without coverage, takes the mark away.
void mark(completion::PhotoRegions& regions, const PaintTarget& target, std::shared_ptr<const mask::Mask> mask);

// All that are marked, in a fixed order.
std::vector<PaintTarget> markedTargets(const completion::PhotoRegions& regions);

}  // namespace retailor::document
