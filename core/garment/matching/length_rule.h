#pragma once

#include "core/garment/fit_settings.h"
#include "core/garment/fit_warning.h"
#include "core/garment/landmarks/outline.h"

namespace retailor::garment {

// Compares hem and sleeves of the garment (`own`) with those of the worn one (`onPerson`, landmarks on `wornOutline`), both measured by the
// width of the shoulders or the waist. Where `rule` asks for the garment's own length, moves the landmarks on the person: up along the worn
// outline where it is shorter, on beyond it where it is longer. Adds a warning for every length that differs.
void applyLengths(LengthRule rule, const LandmarkPlaces& own, const Outline& wornOutline, LandmarkPlaces& onPerson, FitWarnings& warnings);

}  // namespace retailor::garment
