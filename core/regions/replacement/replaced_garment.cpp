#include "core/regions/replacement/replaced_garment.h"

#include <algorithm>

#include "core/completion/fitted_references.h"
#include "core/mask/grow_shrink.h"
#include "core/mask/mask_combine.h"

namespace retailor::regions {

using completion::BodyRegion;
using mask::Mask;

namespace {

const Mask* markedOf(const completion::PhotoRegions& regions, BodyRegion tag, image::Size photo) {
  const auto found = regions.body.find(tag);
  const bool usable =
      found != regions.body.end() && found->second.mask && found->second.mask->size() == photo && !found->second.mask->isEmpty();
  return usable ? found->second.mask.get() : nullptr;
}

Mask partOf(const completion::PhotoRegions& regions, BodyRegion tag, image::Size photo) {
  if (const Mask* marked = markedOf(regions, tag, photo)) return *marked;
  Mask both(photo);
  if (tag != BodyRegion::WholeBody) return both;
  for (const BodyRegion half : {BodyRegion::UpperClothes, BodyRegion::LowerClothes})
    if (const Mask* marked = markedOf(regions, half, photo)) both = mask::added(both, *marked);
  return both;
}

int personHeight(const completion::PhotoRegions& regions, image::Size photo) {
  image::Rect person;
  for (const BodyRegion region : completion::allRegions)
    if (const Mask* marked = markedOf(regions, region, photo)) person = image::united(person, marked->support());
  return person.height;
}

bool isClothes(BodyRegion tag) { return completion::garmentRow(tag).has_value(); }

std::vector<const Mask*> keptParts(const completion::PhotoRegions& regions, BodyRegion tag, image::Size photo) {
  std::vector<const Mask*> kept;
  for (const BodyRegion other : {BodyRegion::Face, BodyRegion::Hair, BodyRegion::Shoes}) {
    const bool counts = other != tag && (other != BodyRegion::Shoes || isClothes(tag));
    if (const Mask* marked = counts ? markedOf(regions, other, photo) : nullptr) kept.push_back(marked);
  }
  return kept;
}

const Mask* inFrontIn(const completion::PhotoRegions& regions, image::Size photo) {
  const Mask* marked = regions.inFront.mask.get();
  return marked && marked->size() == photo ? marked : nullptr;
}

bool hasSleeves(BodyRegion tag) { return tag == BodyRegion::UpperClothes || tag == BodyRegion::WholeBody; }

// Sleeves reach from the garment's top to where the upper half of it ends.
Mask besideSleeves(const completion::PhotoRegions& regions, BodyRegion tag, const Mask& grown, const Mask& inFront) {
  image::Rect box = grown.support();
  if (tag == BodyRegion::WholeBody) {
    const Mask* upper = markedOf(regions, BodyRegion::UpperClothes, grown.size());
    box.height = upper ? upper->support().bottom() - box.y : box.height / 2;
  }
  Mask arms(inFront.size());
  const image::Rect rows = image::intersected({0, box.y, arms.width(), box.height}, arms.bounds());
  if (!rows.empty()) arms.paste(inFront.cropped(rows), rows.x, rows.y);
  return arms;
}

bool concernsLength(const garment::FitWarning& warning) {
  using enum garment::FitConcern;
  constexpr std::array lengths{HemLonger, HemShorter, SleevesLonger, SleevesShorter, SleevesMissing, Uncovered};
  return std::ranges::find(lengths, warning.concern) != lengths.end();
}

}  // namespace

Result<Mask> replacementHole(const completion::PhotoRegions& regions, BodyRegion tag, image::Size photo, const HoleSettings& settings) {
  const Mask part = partOf(regions, tag, photo);
  const std::string name(completion::regionKey(tag));
  if (part.isEmpty())
    return badInput("The region " + name + " is not marked on the photo; mark it with a tool, or bring in a parsing map.");
  Mask hole = mask::grown(part, settings.growth * personHeight(regions, photo));
  if (const Mask* inFront = inFrontIn(regions, photo))
    hole = settings.sleevesMayChange && hasSleeves(tag) ? mask::added(hole, besideSleeves(regions, tag, hole, *inFront))
                                                        : mask::subtracted(hole, *inFront);
  for (const Mask* kept : keptParts(regions, tag, photo)) hole = mask::subtracted(hole, *kept);
  if (hole.isEmpty()) return badInput("All of the region " + name + " lies under what is kept (face, hair, hands); mark it anew.");
  return hole;
}

garment::FitWarnings lengthWarnings(const completion::CompletionRequest& request, BodyRegion tag, std::stop_token stop) {
  garment::FitWarnings lengths;
  if (!isClothes(tag) || !completion::hasWornRegion(request, tag)) return lengths;
  for (std::size_t i = 0; i < request.references.size() && !stop.stop_requested(); ++i) {
    const completion::TaggedReference& reference = request.references[i];
    if (reference.region != tag || reference.weight <= 0) continue;
    const Result<completion::FitStart> start = completion::startFit(request, i, stop);
    if (!start || stop.stop_requested()) continue;
    for (garment::FitWarning& warning : start->session.warnings())
      if (concernsLength(warning)) lengths.push_back(std::move(warning));
  }
  return lengths;
}

}  // namespace retailor::regions
