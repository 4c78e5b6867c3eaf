#pragma once

#include "core/garment/fit_settings.h"
#include "core/garment/matching/worn_garment.h"

namespace retailor::garment {

// What becomes of the rest; `oldCuffs` (photo pixels) lie on sleeves that may stay.
struct RestRule {
  Uncovered uncovered = Uncovered::KeepOldSleeves;
  const std::vector<Point>& oldCuffs;
};

// Where the old garment would show beside the new one and is to be filled: 255 inside `worn`, wherever `coverage` (of `window`) is not full
// and nothing is in front. Warns when more of the body comes to light than slivers.
mask::Mask uncoveredRest(const WornGarment& worn, const image::Rect& window, const mask::Mask& coverage, const RestRule& rule,
                         FitWarnings& warnings);

}  // namespace retailor::garment
