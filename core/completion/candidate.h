#pragma once

#include <memory>

#include "core/completion/recipe.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::completion {

// One result: the changed window, how it blends, and what made it. Paste with composite::pasteBack.
struct Candidate {
  image::Rect window;                           // photo pixels
  std::shared_ptr<const image::Bitmap> pixels;  // window's size, the photo's sample type and profile, 3 or 4 channels
  std::shared_ptr<const mask::Mask> blend;      // window's size; 0 outside the request's mask
  Recipe recipe;
};

}  // namespace retailor::completion
