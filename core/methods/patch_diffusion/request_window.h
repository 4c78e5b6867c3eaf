#pragma once

#include "core/completion/candidate.h"
#include "core/completion/completion_request.h"
#include "core/methods/patch_diffusion/grid.h"
#include "core/result.h"

namespace retailor::patch_diffusion {

class Crew;

// The part of the photo a run works on: for `Auto` the mask's box grown by 75 % of its size (spec section 3), less when that would be
// more than memory is worth. BadInput when a given window misses the mask or is wider than patches can count.
Result<image::Rect> windowOf(const completion::CompletionRequest& request);

// The window as sRGB: U8 or U16 as the photo is.
Result<image::Bitmap> windowPicture(const completion::CompletionRequest& request, const image::Rect& window);

// The same, usable where the mask is 0.
Result<Plane> windowPlane(const completion::CompletionRequest& request, const image::Rect& window);

// The candidate for a finished window picture: only the mask's box, in the photo's own profile and sample type.
Result<completion::Candidate> candidateOf(const completion::CompletionRequest& request, const image::Rect& window, const Plane& picture);

// The same for a picture that is all of the changed part; `blend` has its size.
Result<completion::Candidate> candidateFrom(const image::Photo& photo, const image::Rect& changed, const Plane& picture, mask::Mask blend);

}  // namespace retailor::patch_diffusion
