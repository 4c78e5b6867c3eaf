#pragma once

#include <utility>

#include "core/completion/candidate.h"

namespace retailor::document {

// Whether a result can be told from the one picture that other programs are shown: it has no alpha of its own.
inline bool fitsInOnePicture(const completion::Candidate& result) { return result.pixels->channels() == 3; }

// Colours of the result with its blend mask as alpha (times its own alpha); 4 channels, the same sample type.
image::Bitmap layerPicture(const completion::Candidate& result);

// Back into 3-channel pixels and blend mask; exact, because straight alpha leaves colours alone and 16-bit coverage is 8-bit times 257.
std::pair<image::Bitmap, mask::Mask> splitLayerPicture(const image::Bitmap& picture);

}  // namespace retailor::document
