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

// The turns after which a map's parts are looked at, to judge by the likeliest what its numbers mean: either quarter turn, where it has the
// picture's shape only on its side, or one was told; both as it lies and upside down, where that was told (people mostly stand, also where
// the wrong way was told); else as it lies.
std::vector<MapTurn> judgedTurns(image::Size map, image::Size picture, MapTurn told);

}  // namespace retailor::regions
