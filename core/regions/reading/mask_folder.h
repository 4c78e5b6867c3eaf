#pragma once

#include <filesystem>

#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// A folder with a mask picture for each class, its file name that of a part ("upper-clothes.png") or of a class of a known scheme
// ("left-shoe.png", "Upper_clothes.tif"); other files are noted and left out. Half coverage and more counts; where two overlap the smaller
// one lies on top, with a note; one for masks of which nothing counts too. The map brings its own scheme. BadInput when no name is known,
// or the sizes differ.
Result<LabelMap> readMaskFolder(const std::filesystem::path& folder);

}  // namespace retailor::regions
