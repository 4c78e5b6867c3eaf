#pragma once

#include <vector>

#include "core/image/geometry.h"
#include "core/regions/maps/label_map.h"

namespace retailor::regions {

// Which way a map is turned, clockwise, to lie as the picture does.
enum class MapTurn { FoundOut, AsItLies, QuarterRight, UpsideDown, QuarterLeft };

// A map's size after the turn; FoundOut turns nothing here, nor below.
image::Size turned(image::Size map, MapTurn turn);
LabelMap turned(const LabelMap& map, MapTurn turn);

// Whether the map, turned so, has the picture's shape within 1 %; FoundOut: as it lies, or on its side.
bool fitsShape(image::Size map, image::Size picture, MapTurn turn);

// The turns that may make the map lie as the picture does: the one told; where it is to be found out, none, or either quarter turn if only
// on its side the map has the picture's shape.
std::vector<MapTurn> possibleTurns(image::Size map, image::Size picture, MapTurn told);

}  // namespace retailor::regions
