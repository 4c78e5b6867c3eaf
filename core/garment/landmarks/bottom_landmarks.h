#pragma once

#include "core/garment/landmarks/garment_sides.h"

namespace retailor::garment {

// Waist and hem of a skirt, and with `legs` the crotch and inner hems of trousers.
LandmarkPlaces bottomLandmarks(const GarmentSides& sides, bool legs);

}  // namespace retailor::garment
