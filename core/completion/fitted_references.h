#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/completion/completion_request.h"
#include "core/garment/fit_session.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::completion {

// A reference bent and lit to where it belongs on the photo. For the built-in method it is the result; for methods with networks it is what
// the masked area starts from, and it says where on the photo the reference's pixels belong.
struct PlacedReference {
  std::size_t reference = 0;                     // index into the request's references
  BodyRegion region = BodyRegion::Anything;      // its tag
  image::Rect window;                            // photo pixels, within the photo
  std::shared_ptr<const image::Bitmap> picture;  // window's size, F32 sRGB 0..1, 3 channels; means nothing where coverage is 0
  std::shared_ptr<const mask::Mask> coverage;    // window's size, soft; already without what lies before it and what another fit covers
};

// All fitted references of a request, and what that leaves to complete.
struct FittedReferences {
  std::vector<PlacedReference> placed;  // in the request's order; earlier ones lie on top
  mask::Mask rest;    // photo's size: what a method has to fill, next to cloth that it may look at but should not copy. Uncovered parts of
                      // the old garments, and whatever else of the request's mask no fitted garment covers
  mask::Mask change;  // photo's size: rest and all placed coverage together; nothing beyond it may change
  std::vector<std::string> notes;  // sentences for the user
};

bool isFitted(const TaggedReference& reference);  // has a fit and a weight above 0
bool hasFittedReferences(const CompletionRequest& request);
bool hasMask(const CompletionRequest& request);                        // one that is not empty
bool hasWornRegion(const CompletionRequest& request, BodyRegion tag);  // marked and not empty

// The row a tag stands for; nothing for tags that cannot be fitted (face, hair, shoes, anything).
std::optional<garment::GarmentRow> garmentRow(BodyRegion region);

// What lies before a garment of this tag: PhotoRegions' rules in one mask, photo's size; empty when nothing is marked.
mask::Mask keptBefore(const PhotoRegions& regions, BodyRegion tag, const std::vector<TaggedReference>& references, image::Size photo);

// The region a fitted reference replaces, photo's size; it may go on beneath what is kept before it: the marked one of its tag (whole-body:
// also upper and lower together), else the request's mask. BadInput says what to mark when there is none.
Result<mask::Mask> wornRegion(const CompletionRequest& request, BodyRegion tag);

// Cut, worn garment and mesh of one fitted reference: what a window shows and lets the user drag.
struct FitStart {
  std::shared_ptr<const garment::GarmentCut> cut;
  std::shared_ptr<const garment::WornGarment> worn;
  garment::FitSession session;
};
Result<FitStart> startFit(const CompletionRequest& request, std::size_t reference, std::stop_token stop = {});

// Fits and draws every fitted reference of a checked request. BadInput as the stages of core/garment say. Cancelled by `stop`: nothing
// placed. The same bytes on any number of threads. One to three seconds at a megapixel: on a worker.
Result<FittedReferences> fittedReferences(const CompletionRequest& request, std::stop_token stop = {});

}  // namespace retailor::completion
