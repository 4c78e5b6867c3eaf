#include "core/methods/inpaint/picture_below.h"

#include <algorithm>

#include "core/methods/diffusion/shown_reference.h"
#include "core/methods/inpaint/heeded_references.h"

namespace retailor::inpaint {
namespace {

using completion::TaggedReference;

std::string namesOf(const std::set<completion::BodyRegion>& regions) {
  std::string names;
  for (const completion::BodyRegion region : regions) names += (names.empty() ? "" : ", ") + std::string(completion::regionKey(region));
  return names;
}

Failure noneOf(const models::BundleManifest& bundle, bool anyOther) {
  const std::string wanted = bundle.regions.empty() ? "" : " tagged " + namesOf(bundle.regions);
  return badInput(anyOther ? "None of the references is one that " + bundle.title + " can draw; it takes one" + wanted +
                                 ". Tag the garment so, or choose another model."
                           : bundle.title + " draws what a reference shows, and there is none; add one" + wanted + ".");
}

}  // namespace

Result<PictureBelow> pictureBelow(const completion::CompletionRequest& request, const InpaintSetup& setup, image::Size workingSize) {
  const models::BundleManifest& bundle = setup.model.manifest;
  const auto fits = [&](const TaggedReference& reference) {
    return counts(reference) && (bundle.regions.empty() || bundle.regions.contains(reference.region));
  };
  const auto& all = request.references;
  const auto first = std::ranges::find_if(all, fits);
  if (first == all.end()) return noneOf(bundle, std::ranges::any_of(all, counts));
  return PictureBelow{static_cast<std::size_t>(first - all.begin()), shownWhole(*first, setup, workingSize),
                      std::ranges::count_if(all, counts) == 1};
}

}  // namespace retailor::inpaint
