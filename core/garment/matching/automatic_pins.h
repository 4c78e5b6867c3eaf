#pragma once

#include <array>
#include <vector>

#include "core/garment/fit_settings.h"
#include "core/garment/fit_warning.h"
#include "core/garment/matching/worn_garment.h"
#include "core/garment/silhouette/garment_cut.h"

namespace retailor::garment {

// A pin in pixels: of the garment's picture as GarmentCut holds it, and of the photo.
struct PixelPin {
  std::optional<Landmark> landmark;
  Point garment;
  Point person;
};

FitPin normalised(const PixelPin& pin, const GarmentCut& cut, image::Size photo);
PixelPin inPixels(const FitPin& pin, const GarmentCut& cut, image::Size photo);

// The garment's landmarks carried over to the worn one, and what is known from the comparison.
struct AutomaticPins {
  std::vector<PixelPin> pins;
  std::array<bool, 2> armDown{};  // left, right: the sleeve lies on the torso
  Outline outline;                // the worn one, continued where the photo's frame cuts it off
  std::vector<Point> oldCuffs;    // of the worn sleeves, where the new ones end earlier
  double residual = 0;            // of the contour matching
  FitWarnings warnings;
};
AutomaticPins automaticPins(const GarmentCut& cut, const WornGarment& worn, const FitSettings& settings);

// How near the worn outline, in photo pixels, a pin counts as lying on it.
double snapDistance(const WornGarment& worn);

}  // namespace retailor::garment
