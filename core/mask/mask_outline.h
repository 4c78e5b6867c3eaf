#pragma once

#include <vector>

#include "core/mask/shapes.h"

namespace retailor::mask {

// The closed borders of the mask at coverage 128, along pixel edges, in photo pixels, inside `rect`. For drawing the outline on screen.
// Pixels outside `rect` count as outside the mask, so a mask that goes on is closed along the rect's border. Clockwise round the mask, the
// other way round its holes; pixels that touch at a corner share a border. Only corners are listed, the last one joins the first.
std::vector<std::vector<Point>> outlines(const Mask& mask, const image::Rect& rect);

}  // namespace retailor::mask
