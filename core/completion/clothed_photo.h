#pragma once

#include <memory>

#include "core/completion/candidate.h"
#include "core/completion/fitted_references.h"
#include "core/completion/prepared_inputs.h"

// How fitted garments enter a method's run, whichever method it is.
namespace retailor::completion {

// The request without its fitted references, and with `mask` as its mask, cut to the window that was given, if any. `mask` has the photo's
// size.
CompletionRequest unfittedPart(const CompletionRequest& request, const mask::Mask& mask);

// The photo with the cloth laid over it: what a model may begin from. Samples where no cloth lies are the photo's own. Failures are those
// of converting colours.
Result<std::shared_ptr<const image::Photo>> clothedPhoto(const image::Photo& photo, const FittedReferences& fitted);

// The request's references that unfittedPart() leaves in and that count, as indices into the request's.
std::vector<std::size_t> unfittedIndices(const CompletionRequest& request);

// A fitted reference as it lies on the photo.
PreparedInput preparedFit(const PlacedReference& placed);

// A U8 picture of 3 channels with a mask of its size as its alpha.
image::Bitmap withAlpha(const image::Bitmap& picture, const mask::Mask& coverage);

// What was drawn on the clothed photo (null: nothing was left to draw) as a candidate for the photo itself: all that cloth or drawing
// changed, its edges blended already. The recipe is `drawn`'s. BadInput when no cloth lies where the photo may change.
Result<Candidate> overClothedPhoto(const image::Photo& clothed, const FittedReferences& fitted, const Candidate* drawn);

}  // namespace retailor::completion
