#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/labels.h"
#include "core/mask/shapes.h"
#include "core/result.h"

namespace retailor::mask {

// A stroke that says: what lies under it belongs to this part.
struct Scribble {
  std::uint8_t label = 1;   // 1 and more
  double radius = 4;        // picture pixels
  std::vector<Point> path;  // picture pixels, centres at .5; one point is a dot
};

// All parts at once, every pixel in exactly one of them: the random walker on at most 320 pixels a side, edges then pulled to those of the
// picture by a guided filter. Later strokes lie over earlier ones and are kept to the pixel. `picture` is sRGB U8, 3 or 4 channels. The
// result has the picture's shape shrunk into `longSide` (0: its own size), which a quick look wants. BadInput unless two different labels
// are drawn on the picture. Half a second, and as much again for each label at 12 megapixels: on a worker. Cancelled by `stop`: labels that
// mean nothing.
Result<Labels> scribbledRegions(const image::Bitmap& picture, std::span<const Scribble> scribbles, int longSide, std::stop_token stop = {});

}  // namespace retailor::mask
