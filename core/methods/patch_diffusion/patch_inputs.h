#pragma once

#include <vector>

#include "core/completion/prepared_inputs.h"
#include "core/mask/mask.h"
#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

// The window that a level was made from.
struct WindowShown {
  image::Rect rect;       // photo pixels
  image::Bitmap picture;  // sRGB, 8 or 16 bits
  mask::Mask blend;       // what is taken of the result
};

// What a run works on, as pictures: crop, masks and the references as they were placed. `indices`: the number of each placed reference in
// the request.
completion::PreparedInputs inputsOf(const Level& finest, WindowShown window, const std::vector<std::size_t>& indices);

}  // namespace retailor::patch_diffusion
