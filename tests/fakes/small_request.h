#pragma once

#include "core/completion/completion_request.h"

namespace retailor::fakes {

// A photo of 64 × 48 pixels with a gradient, 3 channels.
image::Bitmap smallPicture(image::SampleType type = image::SampleType::U8);

// Coverage 255 in a box of 16 × 12 pixels at (24, 18), with a soft rim of one pixel around it.
mask::Mask smallMask();

// A reference tagged upper clothes: a picture of 20 × 10 pixels, placed over the mask.
completion::TaggedReference smallReference();

// A request that every method accepts: the above, hashed, for the method "fake".
completion::CompletionRequest smallRequest(image::SampleType type = image::SampleType::U8);

}  // namespace retailor::fakes
