#pragma once

#include <optional>

#include "core/mask/mask.h"

namespace retailor::mask {

// The coverage that a cut-out picture brings as its alpha (U8, 4 channels); nothing where it has none, or hardly a pixel is clear.
std::optional<Mask> alphaMask(const image::Bitmap& picture);

}  // namespace retailor::mask
