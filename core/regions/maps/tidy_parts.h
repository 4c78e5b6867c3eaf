#pragma once

#include "core/mask/labels.h"

namespace retailor::regions {

// What a parser leaves behind, mended: details take the part they lie on (BodyPart::Inherit becomes the nearest other part of the person),
// cracks of one pixel inside the person close, borders follow the majority of 3 × 3 pixels, and islands below 0.05 % of the person's area
// become what lies around them, but for shoes. In place.
void tidy(mask::Labels& parts);

}  // namespace retailor::regions
