#pragma once

#include <cstdint>
#include <vector>

#include "core/image/geometry.h"
#include "core/methods/patch_diffusion/grid.h"
#include "core/methods/patch_diffusion/placing/warp.h"

namespace retailor::patch_diffusion {

class Crew;

// A picture of which only a region counts; what lies around the region helps to find where it belongs.
struct RegionPicture {
  Plane colour;        // usable where the picture exists (its alpha is at least half)
  Grid<float> region;  // 1 inside the region, 0 outside, between at the edge
  int width() const { return colour.width(); }
  int height() const { return colour.height(); }
};

// A reference at full size and its halvings, so that it can be read at any smaller scale without aliasing.
class ReferencePicture {
 public:
  ReferencePicture(RegionPicture finest, Crew& crew);

  const RegionPicture& finest() const { return m_layers.front(); }
  double regionDiagonal() const { return m_regionDiagonal; }  // of the region's box, pixels
  // Halved `halvings` times, or as often as it was.
  const RegionPicture& layer(std::size_t halvings) const { return m_layers[halvings < m_layers.size() ? halvings : m_layers.size() - 1]; }

  // The picture as it looks on a window: pixel centres go through `warp` scaled from a window of `shrink` times the size of the result.
  // Only `where` (result pixels) is filled in; the rest is unusable. Read by cubic interpolation from the layer just fine enough.
  RegionPicture placed(const Warp& warp, double shrink, image::Size size, const image::Rect& where, Crew& crew) const;

 private:
  std::vector<RegionPicture> m_layers;
  double m_regionDiagonal = 1;
};

// The window rectangle (pixels of a window shrunk by `shrink`, clipped to `size`) that the whole picture, or only its region, covers.
image::Rect coveredBy(const ReferencePicture& reference, const Warp& warp, double shrink, image::Size size);

}  // namespace retailor::patch_diffusion
