#include "core/document/document_state.h"

#include <algorithm>

#include "core/completion/fitted_references.h"
#include "core/completion/hash.h"
#include "core/composite/flatten.h"

namespace retailor::document {

namespace {

std::shared_ptr<const image::Photo> photoAsSeen(const DocumentState& state) {
  const bool covered = std::any_of(state.layers.begin(), state.layers.end(), [](const Layer& layer) { return layer.visible; });
  if (!covered) return state.photo;
  image::Photo seen;
  seen.pixels = flattened(state);
  seen.profile = state.photo->profile;
  seen.metadata = state.photo->metadata;
  return std::make_shared<const image::Photo>(std::move(seen));
}

completion::TaggedReference hashed(completion::TaggedReference reference) {
  if (reference.sha256.empty() && reference.picture) reference.sha256 = completion::sha256Of(*reference.picture);
  reference.maskSha256 = reference.mask ? completion::sha256Of(*reference.mask) : std::string();
  return reference;
}

completion::PhotoRegions hashed(completion::PhotoRegions regions) {
  for (auto& [region, marked] : regions.body) marked.sha256 = completion::sha256Of(*marked.mask);
  if (regions.inFront.mask) regions.inFront.sha256 = completion::sha256Of(*regions.inFront.mask);
  return regions;
}

completion::PosePicture hashed(completion::PosePicture pose) {
  if (pose.sha256.empty() && pose.picture) pose.sha256 = completion::sha256Of(*pose.picture);
  return pose;
}

}  // namespace

image::Bitmap flattened(const DocumentState& state) {
  std::vector<composite::Patch> patches;
  for (const Layer& layer : state.layers)
    if (layer.visible) patches.push_back({layer.result.window, layer.result.pixels, layer.result.blend, layer.opacity});
  return composite::flattened(state.photo->pixels, patches);
}

completion::CompletionRequest requestFor(const DocumentState& state) {
  completion::CompletionRequest request;
  request.photo = photoAsSeen(state);
  request.photoName = state.photoName;
  request.photoSha256 = completion::sha256Of(request.photo->pixels);
  request.regions = hashed(state.regions);
  for (const Reference& reference : state.references)
    if (reference.tagged.weight > 0) request.references.push_back(hashed(reference.tagged));
  if (!state.mask.isEmpty() || !completion::hasFittedReferences(request)) {
    request.mask = std::make_shared<const mask::Mask>(state.mask);
    request.maskSha256 = completion::sha256Of(state.mask);
  }
  request.pose = hashed(state.pose);
  request.settings = state.settings;
  return request;
}

}  // namespace retailor::document
