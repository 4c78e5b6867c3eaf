#pragma once

#include <string>
#include <vector>

#include "core/completion/completion_request.h"
#include "core/methods/diffusion/region_picture.h"
#include "core/methods/inpaint/inpaint_setup.h"

namespace retailor::inpaint {

inline bool counts(const completion::TaggedReference& reference) { return reference.weight > 0; }

// What a bundle heeds of references that self-attention reads, and what it says for them.

// BadInput names a reference that counts and has no tag where the model was trained with one for each.
Result<void> requireTags(const completion::CompletionRequest& request, const models::ReferenceReading& reading);

// A reference as far as its mask is heeded.
completion::TaggedReference heeded(const completion::TaggedReference& reference, const models::ReferenceReading& reading);

// All of them.
std::vector<completion::TaggedReference> heededReferences(const completion::CompletionRequest& request,
                                                          const models::ReferenceReading& reading);

// A reference as far as its mask and its shape are heeded, as self-attention is to see it: on a canvas of the window's working size, or on
// a square. Its mask is undefined where all of it counts.
diffusion::RegionPicture heededPicture(const completion::TaggedReference& reference, const InpaintSetup& setup, image::Size workingSize);

// A reference as what looks at all of it is to see it, a model with a canvas or one of states: padded to the same canvas, U8, 3 channels.
image::Bitmap shownWhole(const completion::TaggedReference& reference, const InpaintSetup& setup, image::Size workingSize);

// The words that a reference is read with: its region's, or those of the first that counts.
std::string wordsFor(const completion::TaggedReference& reference, const completion::CompletionRequest& request,
                     const models::ReferenceReading& reading);

// What is read as the prompt: the request's, or the words of the first reference that counts.
std::string promptFor(const completion::CompletionRequest& request, const models::BundleManifest& bundle);

}  // namespace retailor::inpaint
