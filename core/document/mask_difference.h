#pragma once

#include "core/mask/mask.h"

namespace retailor::document {

// The bounding box of the pixels in which two masks of one size differ, looked for inside `within`; empty when they are equal there.
image::Rect differingRect(const mask::Mask& a, const mask::Mask& b, const image::Rect& within);

}  // namespace retailor::document
