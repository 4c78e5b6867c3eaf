#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

bool isNpy(std::span<const std::byte> file);

// A two-dimensional array of whole numbers in NumPy's format (NEP 1, versions 1 to 3): 8, 16, 32 or 64 bits, signed or not, either byte
// order, either order of rows and columns; a leading side of 1 is left out. BadInput for anything else, negative labels and files that end
// early.
Result<LabelMap> readNpy(std::span<const std::byte> file, const std::string& name);

}  // namespace retailor::regions
