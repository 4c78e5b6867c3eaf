#pragma once

#include <span>
#include <stop_token>

#include "core/mask/mask.h"
#include "core/mask/shapes.h"
#include "core/result.h"

namespace retailor::mask {

// How large, compared with the photo and the click, the part of a person is that was clicked on.
enum class RegionPrior { Face, Hair, UpperClothes, LowerClothes, WholeBody, Shoes };

// What one click on a worn garment (or any part of a person) proposes as its region: cloth of the clicked colours that hangs together, cut
// out by GrabCut inside the box that such a part may fill. `inside` are clicks on it (photo pixels, at least one), `outside` clicks on what
// the last proposal took wrongly. A proposal: the user corrects it with the brush. `photo` is sRGB U8, 3 or 4 channels. BadInput when a
// click misses the photo or nothing can be told apart. 0.3 to 1.5 s: on a worker. Cancelled by `stop`: an empty mask.
Result<Mask> proposedRegion(const image::Bitmap& photo, std::span<const Point> inside, std::span<const Point> outside, RegionPrior prior,
                            std::stop_token stop = {});

}  // namespace retailor::mask
