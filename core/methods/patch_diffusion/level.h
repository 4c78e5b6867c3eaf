#pragma once

#include <cstdint>
#include <vector>

#include "core/image/geometry.h"
#include "core/methods/patch_diffusion/grid.h"

namespace retailor::patch_diffusion {

class Crew;

// Outside: beyond the picture, or hidden behind something that lies before it; neither seen nor filled.
enum class Kind : std::uint8_t { Outside, Known, Hole };

// Labels of hole pixels are body regions as numbers, 0 being "no reference was placed here". A set of labels is a bit mask.
using Label = std::uint8_t;
using LabelSet = std::uint32_t;
constexpr LabelSet only(Label label) { return LabelSet{1} << label; }

// The picture at one size, as the denoiser sees it. All grids have the same width and height.
struct Level {
  Plane photo;  // usable = known; the hole's pixels carry no colour
  Grid<Kind> kind;
  Grid<Label> label;              // of hole pixels; 0 elsewhere
  std::vector<Plane> references;  // placed on the photo and colour-matched; usable inside their region
  image::Rect active;             // the hole's bounding box and as much around it as patches on its rim see
};

// The level at full size from the window's photo (usable 0 in the hole) and the placed references. `hidden`: not 0 where something lies
// before the picture, empty for nowhere.
Level finestLevel(Plane photo, Grid<Label> label, std::vector<Plane> references, const Grid<std::uint8_t>& hidden = {});

// The same at half size and so on: pyramid[0] is `finest`, the last has the smallest short side of at least `smallestSide`, unless
// the finest is smaller already. Pixels are averages weighted by how usable they are; a pixel is hole where less than half is known.
std::vector<Level> pyramidOf(Level finest, int smallestSide, Crew& crew);

// Area average of 2 x 2 pixels weighted by `usable`, which becomes their mean over the pixels inside the picture.
Plane halved(const Plane& plane, Crew& crew);

}  // namespace retailor::patch_diffusion
