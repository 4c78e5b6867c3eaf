#include "core/completion/body_region.h"

namespace retailor::completion {

std::string_view regionKey(BodyRegion region) {
  switch (region) {
    case BodyRegion::Face: return "face";
    case BodyRegion::Hair: return "hair";
    case BodyRegion::UpperClothes: return "upper-clothes";
    case BodyRegion::LowerClothes: return "lower-clothes";
    case BodyRegion::WholeBody: return "whole-body";
    case BodyRegion::Shoes: return "shoes";
    case BodyRegion::Anything: return "anything";
  }
  return "anything";
}

std::optional<BodyRegion> regionFromKey(std::string_view key) {
  for (const BodyRegion region : allRegions)
    if (regionKey(region) == key) return region;
  return std::nullopt;
}

}  // namespace retailor::completion
