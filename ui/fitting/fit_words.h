#pragma once

#include <QString>
#include <optional>

#include "core/garment/fit_settings.h"

namespace retailor::ui {

// What the places and kinds of garments are called on screen. Left and right are the picture's.
QString landmarkName(garment::Landmark landmark);  // "left cuff, outer"
QString pinName(const garment::FitPin& pin);       // its landmark's, or "extra pin"
QString kindTitle(garment::GarmentKind kind);      // "Top with sleeves"

// The other end of the same cuff or trouser leg.
std::optional<garment::Landmark> otherEnd(garment::Landmark landmark);

// Which side of the picture a pin belongs to, for colour and shape.
enum class PinSide { Left, Middle, Right, Extra };
PinSide sideOf(const garment::FitPin& pin);

}  // namespace retailor::ui
