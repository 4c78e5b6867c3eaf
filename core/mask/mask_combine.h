#pragma once

#include "core/mask/mask.h"

namespace retailor::mask {

// Same size both. Union is the maximum, subtraction min(a, 255 - b), intersection the minimum.
Mask added(const Mask& a, const Mask& b);
Mask subtracted(const Mask& a, const Mask& b);
Mask intersection(const Mask& a, const Mask& b);
Mask inverted(const Mask& mask);

}  // namespace retailor::mask
