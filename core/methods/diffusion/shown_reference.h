#pragma once

#include "core/completion/tagged_reference.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {

// A reference as an image encoder is to see it: U8, 3 channels. Reference manner: the picture as it is, alpha dropped. Product
// manner: cut to what its mask keeps, what that leaves out grey, padded with grey to a square.
image::Bitmap shownReference(const completion::TaggedReference& reference, Manner manner);

// The same on white instead of grey; in the reference manner what the alpha hides is white too.
image::Bitmap shownOnWhite(const completion::TaggedReference& reference, Manner manner);

}  // namespace retailor::diffusion
