#pragma once

#include "core/methods/patch_diffusion/denoising/candidate_search.h"

namespace retailor::patch_diffusion {

// Turns `estimate` into the denoised estimate D: every patch votes for the colours of the pixels it covers with its posterior-weighted
// copies (spec section 2). Hole pixels nobody votes for stay as they are. Known pixels inside level.active become what the patches over
// them predict, which shows how far the copies are off; `usable` is 0 where nothing did.
void denoise(const SearchScene& scene, const Candidates& candidates, float voteWidth, Plane& estimate, Crew& crew);

}  // namespace retailor::patch_diffusion
