#pragma once

#include "core/completion/tagged_reference.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {

// A reference as an image encoder is to see it: U8, 3 channels. Reference manner: the picture as it is, alpha dropped. Product
// manner: cut to what its mask keeps, what that leaves out grey, padded with grey to a square.
image::Bitmap shownReference(const completion::TaggedReference& reference, Manner manner);

// The same on white instead of grey; in the reference manner what the alpha hides is white too.
image::Bitmap shownOnWhite(const completion::TaggedReference& reference, Manner manner);

// A reference in the middle of a white canvas, as large as it fits: U8, 3 channels. Reference manner: the whole picture; Product manner:
// cut to what its mask keeps, what that leaves out white.
image::Bitmap paddedReference(const completion::TaggedReference& reference, image::Size canvas, Manner manner);

}  // namespace retailor::diffusion
