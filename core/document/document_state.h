#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/completion/completion_request.h"
#include "core/document/layer.h"
#include "core/document/reference.h"
#include "core/image/photo.h"
#include "core/mask/mask.h"

namespace retailor::document {

// All that a document is, as a value: what is saved, what a run starts from. Pictures are shared; copying costs one mask.
struct DocumentState {
  std::shared_ptr<const image::Photo> photo;
  std::string photoName;
  mask::Mask mask;
  completion::PhotoRegions regions;         // marked on the photo; every mask in it has coverage
  std::vector<Reference> references;        // in the order added
  completion::PosePicture pose;             // none where its picture is null
  std::vector<Layer> layers;                // first lowest
  std::vector<StagedCandidate> candidates;  // oldest first
  completion::CompletionSettings settings;
  Id lastId = 0;
};

// The photo with its visible layers over it.
image::Bitmap flattened(const DocumentState& state);

// The request that a run would start from now: without a mask where none is painted and fitted references say what changes. Flattens and
// hashes: up to a second for a large photo, so call it on a worker.
completion::CompletionRequest requestFor(const DocumentState& state);

}  // namespace retailor::document
