#pragma once

#include <memory>
#include <string>

#include "core/image/bitmap.h"

namespace retailor::completion {

// How the person in the photo stands, for methods that heed it: a DensePose picture over the photo (Güler et al. 2018), black where nobody
// is. Shared and never changed, so copies are cheap.
struct PosePicture {
  std::string name;                              // the file's
  std::string sha256;                            // of the upright pixels (hash.h); empty when unknown
  std::shared_ptr<const image::Bitmap> picture;  // U8, 3 or 4 channels, the photo's size; null: no pose is given
};

}  // namespace retailor::completion
