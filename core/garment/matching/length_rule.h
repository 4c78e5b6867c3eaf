#pragma once

#include <array>

#include "core/garment/fit_settings.h"
#include "core/garment/fit_warning.h"
#include "core/garment/landmarks/outline.h"

namespace retailor::garment {

// Compares hem and sleeves of the garment (`own`, landmarks on `ownOutline`) with those of the worn one (`onPerson`, landmarks on
// `wornOutline`), both measured by the width of the shoulders or the hips. Where `rule` asks for the garment's own length, moves the
// landmarks on the person: up along the worn outline where it is shorter, on beyond it where it is longer. A sleeve that lies on the torso
// (`onTorso`, left and right) ends against the torso's side. Adds a warning for every length that differs.
void applyLengths(LengthRule rule, const LandmarkPlaces& own, const Outline& ownOutline, const Outline& wornOutline,
                  const std::array<bool, 2>& onTorso, LandmarkPlaces& onPerson, FitWarnings& warnings);

}  // namespace retailor::garment
