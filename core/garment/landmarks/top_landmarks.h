#pragma once

#include "core/garment/landmarks/garment_sides.h"

namespace retailor::garment {

// Neck, shoulders, hem and, with `sleeves`, armpits and cuffs of a top or a dress.
LandmarkPlaces topLandmarks(const GarmentSides& sides, bool sleeves);

// Puts the bottom of the neck between the two neck points, if there are both. A round neckline has no lowest point to speak of: the middle
// of what is as low as that counts.
void putNeckBottom(LandmarkPlaces& places, const Outline& outline);

}  // namespace retailor::garment
