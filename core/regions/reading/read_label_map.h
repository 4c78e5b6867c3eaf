#pragma once

#include <filesystem>

#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// Reads a parsing map: an index picture (8 or 16 bits; a palette is ignored), a colour-coded picture in one of the known palettes (colours
// become that palette's numbers; JPEG ones go to the nearest; what JPEG left along edges goes to neighbours, with a note), a NumPy array,
// COCO's run lengths in JSON, or one mask a class, named after it: a folder of pictures, the pages of a TIFF. BadInput with the file named
// for what is none of these: photos, body-surface maps (IUV), unknown palettes, folders without a known name. With `coloursAreIds` a
// picture's colours are taken as they are, 0xRRGGBB: for schemes that name colours.
Result<LabelMap> readLabelMap(const std::filesystem::path& file, bool coloursAreIds = false);

// A colour-coded picture in colours that nobody knows: each is a class of its own, called "#rrggbb", that goes nowhere until someone says
// where. BadInput for what is no such picture, or has more than 64 colours.
Result<LabelMap> readUnknownColours(const std::filesystem::path& file);

}  // namespace retailor::regions
