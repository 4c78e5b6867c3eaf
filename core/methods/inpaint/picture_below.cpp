#include <ATen/ATen.h>

#include <algorithm>

#include "core/methods/diffusion/shown_reference.h"
#include "core/methods/inpaint/read_references.h"

namespace retailor::inpaint {
namespace {

using completion::TaggedReference;

std::string namesOf(const std::set<completion::BodyRegion>& regions) {
  std::string names;
  for (const completion::BodyRegion region : regions) names += (names.empty() ? "" : ", ") + std::string(completion::regionKey(region));
  return names;
}

Failure noneOf(const models::BundleManifest& bundle, bool anyOther) {
  const std::string wanted = "tagged " + namesOf(bundle.regions);
  return badInput(anyOther ? "None of the references is one that " + bundle.title + " can draw; it takes one " + wanted +
                                 ". Tag the garment so, or choose another model."
                           : bundle.title + " draws what a reference shows, and there is none; add one " + wanted + ".");
}

}  // namespace

Result<at::Tensor> pictureBelow(const RunSoFar& run) {
  const models::BundleManifest& bundle = run.setup.model.manifest;
  if (!bundle.stacksReference()) return at::Tensor();
  const auto counts = [](const TaggedReference& reference) { return reference.weight > 0; };
  const auto fits = [&](const TaggedReference& reference) {
    return counts(reference) && (bundle.regions.empty() || bundle.regions.contains(reference.region));
  };
  const auto& all = run.request.references;
  const auto first = std::ranges::find_if(all, fits);
  if (first == all.end()) return noneOf(bundle, std::ranges::any_of(all, counts));
  if (std::ranges::count_if(all, counts) > 1)
    run.say("This model draws one garment: the first is taken, the other references are left out.");
  return diffusion::pictureTensor(diffusion::paddedReference(*first, run.window.window.workingSize, run.setup.manner));
}

}  // namespace retailor::inpaint
