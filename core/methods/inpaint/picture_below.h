#pragma once

#include <cstddef>

#include "core/methods/inpaint/inpaint_setup.h"

namespace retailor::inpaint {

// The reference that lies below the picture on the canvas of a model that has one.
struct PictureBelow {
  std::size_t reference = 0;  // its index in the request
  image::Bitmap picture;      // U8, 3 channels, of the window's working size
  bool isOnly = true;         // no other reference counts
};

// The first reference of a region that the model was trained for. BadInput where there is none.
Result<PictureBelow> pictureBelow(const completion::CompletionRequest& request, const InpaintSetup& setup, image::Size workingSize);

}  // namespace retailor::inpaint
