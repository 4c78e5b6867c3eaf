#pragma once

#include <filesystem>

#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// Reads a parsing map: an index picture (8 or 16 bits; a palette is ignored), a colour-coded picture in one of the known palettes (colours
// become that palette's numbers; JPEG ones go to the nearest), a NumPy array, or a folder with one mask picture a class, named after it.
// BadInput with the file named for what is none of these: photos, body-surface maps (IUV), unknown palettes, folders without a known name.
// With `coloursAreIds` a picture's colours are taken as they are, 0xRRGGBB: for schemes that name colours.
Result<LabelMap> readLabelMap(const std::filesystem::path& file, bool coloursAreIds = false);

}  // namespace retailor::regions
