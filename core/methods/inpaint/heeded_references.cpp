#include "core/methods/inpaint/heeded_references.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/methods/diffusion/shown_reference.h"

namespace retailor::inpaint {

using completion::CompletionRequest;
using completion::TaggedReference;
using models::ReferenceReading;

namespace {

image::Size canvasFor(const InpaintSetup& setup, image::Size workingSize) {
  const auto& reading = setup.model.manifest.references;
  return reading && reading->isSquare ? image::Size{setup.modelSide, setup.modelSide} : workingSize;
}

}  // namespace

TaggedReference heeded(const TaggedReference& reference, const ReferenceReading& reading) {
  TaggedReference changed = reference;
  if (reading.ignoresMasks) changed.mask.reset();
  return changed;
}

Result<void> requireTags(const CompletionRequest& request, const ReferenceReading& reading) {
  const auto untagged = [](const TaggedReference& one) { return counts(one) && one.region == completion::BodyRegion::Anything; };
  const auto found = std::ranges::find_if(request.references, untagged);
  if (!reading.needsTags || found == request.references.end()) return {};
  return badInput(
      "The reference '" + found->name +
      "' has no region, and this model has to know what it shows; tag it as face, hair, upper-clothes, lower-clothes, whole-body "
      "or shoes.");
}

std::vector<TaggedReference> heededReferences(const CompletionRequest& request, const ReferenceReading& reading) {
  std::vector<TaggedReference> all;
  for (const TaggedReference& reference : request.references) all.push_back(heeded(reference, reading));
  return all;
}

diffusion::RegionPicture heededPicture(const TaggedReference& reference, const InpaintSetup& setup, image::Size workingSize) {
  const ReferenceReading& reading = *setup.model.manifest.references;
  const TaggedReference seen = heeded(reference, reading);
  const bool isAsPublished = setup.manner == diffusion::Manner::Reference;
  if (isAsPublished && reading.stretches) return diffusion::stretchedPicture(seen, workingSize);
  if (isAsPublished && reading.isSquare) return {diffusion::pictureTensor(shownWhole(reference, setup, workingSize)), at::Tensor()};
  return diffusion::regionPicture(seen, canvasFor(setup, workingSize));
}

image::Bitmap shownWhole(const TaggedReference& reference, const InpaintSetup& setup, image::Size workingSize) {
  const auto& reading = setup.model.manifest.references;
  return diffusion::paddedReference(reading ? heeded(reference, *reading) : reference, canvasFor(setup, workingSize), setup.manner);
}

std::string wordsFor(const TaggedReference& reference, const CompletionRequest& request, const ReferenceReading& reading) {
  const auto first = std::ranges::find_if(request.references, counts);
  const bool isFirsts = reading.firstLabelForAll && first != request.references.end();
  return diffusion::regionWords(isFirsts ? first->region : reference.region);
}

std::string promptFor(const CompletionRequest& request, const models::BundleManifest& bundle) {
  const auto first = std::ranges::find_if(request.references, counts);
  const bool isLabel = bundle.references && bundle.references->firstLabelForAll && first != request.references.end();
  return isLabel ? diffusion::regionWords(first->region) : request.settings.prompt;
}

}  // namespace retailor::inpaint
