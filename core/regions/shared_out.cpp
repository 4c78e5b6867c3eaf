#include "core/regions/shared_out.h"

#include "core/completion/hash.h"

namespace retailor::regions {

std::vector<completion::TaggedReference> sharedOut(const completion::TaggedReference& person, const mask::Labels& parts,
                                                   const std::set<BodyPart>& wanted) {
  std::vector<completion::TaggedReference> references;
  for (const BodyPart part : wanted) {
    const auto region = regionOf(part);
    mask::Mask mask = maskOf(parts, part);
    if (!region || mask.isEmpty()) continue;
    completion::TaggedReference& one = references.emplace_back(person);
    one.maskSha256 = completion::sha256Of(mask);
    one.mask = std::make_shared<const mask::Mask>(std::move(mask));
    if (one.region == *region) continue;
    one.region = *region;
    one.placement.reset();
    one.fit.reset();
  }
  return references;
}

}  // namespace retailor::regions
