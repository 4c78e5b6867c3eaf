#pragma once

#include "core/completion/candidate.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {

// How much of what is drawn is taken, in the mask's box within the window (photo pixels): feathered inward in Product manner.
struct Blend {
  image::Rect changed;
  mask::Mask mask;
};
Blend blendOf(const completion::CompletionRequest& request, const composite::CropWindow& window, Manner manner);

// The candidate for a decoded picture [1, 3, H, W] F32 0..1 of the window: brought back to the photo's size, in Product manner matched to
// the known colours round the hole and feathered inward, in the photo's profile and sample type, cut to the mask's box. The recipe is left
// empty.
Result<completion::Candidate> finishedCandidate(const completion::CompletionRequest& request, const WindowPicture& window,
                                                const at::Tensor& decoded, Manner manner);

}  // namespace retailor::diffusion
