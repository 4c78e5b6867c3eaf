#pragma once

#include <filesystem>

#include "core/completion/body_region.h"
#include "core/image/geometry.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::regions {

// What a file says about where `region` is in a picture of `size`: a parsing map's part of it (all of the person for Anything; whole-body
// clothes are upper and lower ones together where none are told apart), or a mask picture as it is. Brought to the picture's size where the
// shapes are alike. BadInput names the file: unreadable, of another shape, without the region, or a map whose labels nobody knows.
Result<mask::Mask> readRegionMask(const std::filesystem::path& file, completion::BodyRegion region, image::Size size);

}  // namespace retailor::regions
