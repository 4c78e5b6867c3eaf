#pragma once

#include "core/completion/candidate.h"
#include "core/completion/fitted_references.h"
#include "core/methods/patch_diffusion/grid.h"

namespace retailor::patch_diffusion {

// How fitted garments enter a run (see also completion/clothed_photo.h): their cloth is laid over the photo, and patches fill only what it
// leaves bare. Cloth lies before the scene, so patches neither copy it nor have to agree with it.

// Not 0 where cloth lies before the photo in `window` and nothing is to be filled.
Grid<std::uint8_t> hiddenByCloth(const completion::FittedReferences& fitted, const image::Rect& window);

// Makes those pixels of the window's picture unusable.
void hideBehindCloth(Plane& photo, const completion::FittedReferences& fitted, const image::Rect& window);

// Draws the cloth over a preview of `window`, whatever its size.
void layCloth(image::Bitmap& preview, const completion::FittedReferences& fitted, const image::Rect& window);

// Cloth over filled rest over photo. `fill` is the finished picture of `window`; both empty when there was nothing to fill.
Result<completion::Candidate> fittedCandidate(const completion::CompletionRequest& request, const completion::FittedReferences& fitted,
                                              const image::Rect& window, const Plane& fill);

}  // namespace retailor::patch_diffusion
