#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/completion/body_region.h"
#include "core/mask/mask.h"

namespace retailor::completion {

// A part of the photo marked by hand or by a tool.
struct MarkedRegion {
  std::shared_ptr<const mask::Mask> mask;  // photo's size; 128 and more is inside; null: not marked
  std::string sha256;                      // hash.h; empty when unknown
};

// Parts of the photo by what they show. A garment's region is the one that a fitted reference of the same tag replaces; a region without
// such a reference is kept to the bit where it lies before the new garment: face and hair before all, upper clothes before lower ones,
// shoes before trousers and dresses.
struct PhotoRegions {
  std::map<BodyRegion, MarkedRegion> body;
  MarkedRegion inFront;  // hands, arms, hair or bags that lie before the garment: kept to the bit

  bool empty() const { return body.empty() && !inFront.mask; }
};

inline constexpr std::string_view inFrontKey = "in-front";  // beside regionKey(): command line, recipe and project

}  // namespace retailor::completion
