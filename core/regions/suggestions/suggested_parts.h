#pragma once

#include <stop_token>
#include <vector>

#include "core/image/bitmap.h"
#include "core/regions/suggestions/body_prior.h"

namespace retailor::regions {

// The strokes of bodyPrior(), and more of them where the photo's colours bear out what lies there: for clothes where it looks as under
// their first strokes and not as what surely is nobody, for nobody where it is the other way round, as a flag that hangs down behind an
// arm. `photo` is sRGB U8, 3 or 4 channels; `face` a detector's box on it. Up to half a second: on a worker. Cancelled by `stop`: only the
// first strokes.
std::vector<PartStroke> suggestedParts(const image::Bitmap& photo, const image::Rect& face, std::stop_token stop = {});

}  // namespace retailor::regions
