#pragma once

#include <optional>
#include <span>

#include "core/image/photo.h"
#include "core/mask/mask.h"

namespace retailor::document {

// Pictures as journals keep them: as they lie in memory after a short header, because encoding a large one takes longer than the two
// seconds that a crash may cost. Read on the machine that wrote them, if at all.
image::Bytes rawPicture(const image::Bitmap& picture);

// Nothing when the bytes are not a picture of that size, whole.
std::optional<image::Bitmap> pictureFromRaw(std::span<const std::byte> bytes, image::Size size);

// Masks: runs (coverage_runs.h) of all rows.
image::Bytes rawMask(const mask::Mask& mask);
std::optional<mask::Mask> maskFromRaw(std::span<const std::byte> bytes, image::Size size);

}  // namespace retailor::document
