#include "core/document/paint_target.h"

#include <utility>

namespace retailor::document {

using completion::PhotoRegions;

std::string_view targetKey(const PaintTarget& target) {
  return target.what == PaintTarget::What::InFront ? completion::inFrontKey : completion::regionKey(target.region);
}

std::optional<PaintTarget> targetFromKey(std::string_view key) {
  if (key == completion::inFrontKey) return PaintTarget::inFront();
  const auto region = completion::regionFromKey(key);
  if (!region) return std::nullopt;
  return PaintTarget::wornAt(*region);
}

std::shared_ptr<const mask::Mask> markedIn(const PhotoRegions& regions, const PaintTarget& target) {
  if (target.what == PaintTarget::What::InFront) return regions.inFront.mask;
  const auto found = regions.body.find(target.region);
  return found == regions.body.end() ? nullptr : found->second.mask;
}

void mark(PhotoRegions& regions, const PaintTarget& target, std::shared_ptr<const mask::Mask> mask) {
  if (mask && mask->isEmpty()) mask = nullptr;
  completion::MarkedRegion marked{std::move(mask), {}};
  if (target.what == PaintTarget::What::InFront)
    regions.inFront = std::move(marked);
  else if (marked.mask)
    regions.body[target.region] = std::move(marked);
  else
    regions.body.erase(target.region);
}

std::vector<PaintTarget> markedTargets(const PhotoRegions& regions) {
  std::vector<PaintTarget> targets;
  for (const auto& [region, marked] : regions.body)
    if (marked.mask) targets.push_back(PaintTarget::wornAt(region));
  if (regions.inFront.mask) targets.push_back(PaintTarget::inFront());
  return targets;
}

}  // namespace retailor::document
