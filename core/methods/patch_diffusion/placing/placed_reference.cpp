#include "core/methods/patch_diffusion/placing/placed_reference.h"

#include <cmath>
#include <cstdio>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/placing/initial_placement.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kRegistrationSide = 640;     // pixels, the longer side of the picture that references are aligned on
constexpr int kFewestOverlapPixels = 400;  // at that scale
constexpr double kLeastScore = 0.5;
constexpr double kPlacementSureScore = 0.75;  // the surroundings of the region show the same scene

std::string percent(double score) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", score);
  return text;
}

// Whether an alignment is good enough to overrule the placement it started from: it closes a good part of the gap to a perfect fit.
bool convincing(const Alignment& found, double leastScore) {
  return found.pixels >= kFewestOverlapPixels && found.score >= leastScore && found.score - found.before >= 0.05 * (1 - found.before);
}

struct Choice {
  Alignment alignment;
  bool moved = false;
};

// The whole picture is the better witness when it shows the same scene; if it does not, only the region counts.
Choice bestAlignment(const PhotoPyramid& photo, const TaskReference& reference, const Warp& start, std::size_t scale, Crew& crew) {
  const Alignment whole = aligned(photo, reference.picture, start, Evidence::WholePicture, scale, crew);
  if (whole.score >= kPlacementSureScore && whole.pixels >= kFewestOverlapPixels) return {whole, true};
  const Alignment region = aligned(photo, reference.picture, start, Evidence::Region, scale, crew);
  if (convincing(region, kLeastScore)) return {region, true};
  Choice kept{region, false};
  kept.alignment.warp = start;
  kept.alignment.score = region.before;
  return kept;
}

std::string sentenceFor(const TaskReference& reference, const Choice& choice, bool refine) {
  if (!refine)
    return reference.name + (choice.moved ? ": kept your placement, settled within \"stay in place\"." : ": kept your placement.");
  if (choice.moved) return reference.name + ": aligned with the photo, score " + percent(choice.alignment.score) + ".";
  if (choice.alignment.pixels < kFewestOverlapPixels)
    return reference.name + ": kept your placement, too little of it overlaps the known photo.";
  return reference.name + ": kept your placement, it does not resemble the known photo around it (score " +
         percent(choice.alignment.score) + ").";
}

Relight lightFor(const PhotoPyramid& photo, const TaskReference& reference, const Alignment& alignment, std::size_t scale, Crew& crew) {
  const double shrink = std::pow(2.0, static_cast<double>(scale));
  const image::Size size{photo[scale].width(), photo[scale].height()};
  const image::Rect where = coveredBy(reference.picture, alignment.warp, shrink, size);
  if (where.empty()) return {};
  const RegionPicture placed = reference.picture.placed(alignment.warp, shrink, size, where, crew);
  return fittedRelight(photo[scale], placed, alignment.evidence, where, crew);
}

}  // namespace

double reachOf(const TaskReference& reference, const Warp& placed, const TaskSettings& settings) {
  return settings.stayInPlace * reference.picture.regionDiagonal() / placed.toReference.scale();
}

PlacedReference placedReference(const PhotoPyramid& photo, const TaskReference& reference, const TaskSettings& settings, Crew& crew) {
  const std::size_t scale = registrationScale(photo, kRegistrationSide);
  const Warp start{reference.placement ? *reference.placement : initialPlacement(photo, reference.picture, crew), {}};
  Choice choice = bestAlignment(photo, reference, start, scale, crew);
  if (!settings.refinePlacement && choice.moved)
    choice.alignment.warp =
        settled(start.toReference, choice.alignment.warp, reachOf(reference, start, settings), photo[0].width(), photo[0].height());
  if (crew.stopped()) return {};
  PlacedReference placed{
      .warp = choice.alignment.warp, .light = {}, .score = choice.alignment.score, .aligned = choice.moved, .sentence = {}};
  placed.sentence = sentenceFor(reference, choice, settings.refinePlacement);
  if (!settings.keepReferenceColour) placed.light = lightFor(photo, reference, choice.alignment, scale, crew);
  return placed;
}

}  // namespace retailor::patch_diffusion
