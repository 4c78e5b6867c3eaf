#pragma once

#include <filesystem>
#include <variant>

#include "core/mask/mask.h"
#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// What a file says about a picture: where one thing is in it, or which part of a person each pixel shows.
using MaskOrMap = std::variant<mask::Mask, LabelMap>;

// A parsing map as readLabelMap() reads it (or in colours that nobody knows), or a mask picture: black, white, and soft edges between; it
// is brought to `size`, that of the picture it is for, where the shapes are alike. BadInput names the file: unreadable, a mask of another
// shape. On a worker.
Result<MaskOrMap> readMaskOrMap(const std::filesystem::path& file, image::Size size);

}  // namespace retailor::regions
