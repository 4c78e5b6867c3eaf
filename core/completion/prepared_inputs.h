#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/image/bitmap.h"
#include "core/image/geometry.h"

namespace retailor::completion {

// One picture that a method is given, as it is given: U8 sRGB of 3 channels, of 4 where parts of it do not count (straight alpha), or of 1
// for a mask.
struct PreparedInput {
  enum class Kind {
    Crop,       // the part of the photo that is worked on, at the size that is worked at
    ModelMask,  // 255 where the method draws
    BlendMask,  // how much of what is drawn is taken; all of the window, photo pixels
    PreFill,    // the crop as the method begins with it
    Reference   // a reference after its mask
  };
  // Who looks at a reference.
  enum class Looker {
    Nobody,        // none of a reference's pictures
    Patches,       // it is copied from, where it was placed
    Attention,     // it becomes tokens inside its region
    ImageEncoder,  // it becomes tokens of the picture as a whole
    Canvas         // it lies below the photo on the canvas that is drawn
  };
  // What the user changes to change it.
  enum class Behind { Window, WorkingSize, Mask, Strength, ReferenceMask, Placement, Fit };

  Kind kind = Kind::Crop;
  Behind behind = Behind::Window;
  image::Bitmap picture;
  std::size_t reference = 0;  // Kind::Reference: index into the request's references
  Looker looker = Looker::Nobody;
};

// Everything that a run is given to look at.
struct PreparedInputs {
  image::Rect window;                   // photo pixels
  std::vector<PreparedInput> pictures;  // crop, masks and pre-fill, then the references in the request's order, once for each who looks
  std::vector<std::string> notes;       // sentences for the user
};

// "crop", "model-mask", "blend-mask", "pre-fill", "reference-1-attention": unique among a run's pictures.
std::string preparedInputKey(const PreparedInput& input);

}  // namespace retailor::completion
