#pragma once

#include <memory>
#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/shapes.h"
#include "core/result.h"

namespace retailor::mask {

// The cheapest paths along the edges of a picture from one anchor to every pixel near it: intelligent scissors (Mortensen and Barrett
// 1995) over Canny's edges, as OpenCV has them. Shared and immutable once made.
class SmartScissors {
 public:
  // `picture` is sRGB U8 (3 or 4 channels); `anchor` lies on it, in its pixels (centres at .5). Looks at every `shrink`-th pixel (1 and
  // more: what the screen shows anyway), at most `windowSide` of them each way round the anchor. A quarter of a second: on a worker.
  // BadInput when the anchor misses the picture.
  static Result<SmartScissors> around(const image::Bitmap& picture, Point anchor, double shrink);

  // From the anchor to `to`, both included; straight from where the path would leave the window. A fraction of a millisecond.
  std::vector<Point> pathTo(Point to) const;

  Point anchor() const { return m_anchor; }
  image::Rect window() const { return m_window; }  // picture pixels

  static constexpr int windowSide = 768;

 private:
  struct Map;
  SmartScissors(std::shared_ptr<const Map> map, Point anchor, const image::Rect& window)
      : m_map(std::move(map)), m_anchor(anchor), m_window(window) {}

  std::shared_ptr<const Map> m_map;
  Point m_anchor;
  image::Rect m_window;
};

}  // namespace retailor::mask
