#include "core/methods/inpaint/heeded_references.h"

#include <algorithm>

namespace retailor::inpaint {

using completion::CompletionRequest;
using completion::TaggedReference;
using models::ReferenceReading;

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

diffusion::RegionPicture heededPicture(const TaggedReference& reference, const ReferenceReading& reading, diffusion::Manner manner,
                                       image::Size canvas) {
  const TaggedReference seen = heeded(reference, reading);
  const bool stretches = reading.stretches && manner == diffusion::Manner::Reference;
  return stretches ? diffusion::stretchedPicture(seen, canvas) : diffusion::regionPicture(seen, canvas);
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
