#pragma once

#include <vector>

#include "core/completion/completion_request.h"
#include "core/methods/patch_diffusion/patch_task.h"

namespace retailor::patch_diffusion {

// The request's references as the method reads them: shrunk by whole factors to about the scale they have on the photo, with placements
// relative to the window. References of weight 0 are left out. Unfinished when the crew was stopped.
std::vector<TaskReference> referencesOf(const completion::CompletionRequest& request, const image::Rect& window, Crew& crew);

}  // namespace retailor::patch_diffusion
