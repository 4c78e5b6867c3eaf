#pragma once

#include <map>
#include <vector>

#include "core/garment/landmark.h"
#include "core/garment/point.h"
#include "core/mask/mask.h"

namespace retailor::garment {

// A closed outline, clockwise as seen on the screen, points the same arc length apart; the last joins the first.
using Outline = std::vector<Point>;

// Where the landmarks of a garment lie; not every one need have been found.
using LandmarkPlaces = std::map<Landmark, Point>;

// The outer border of the largest piece of `mask` at coverage one half, resampled to `points` points and lightly smoothed. Empty when the
// mask is.
Outline outlineOf(const mask::Mask& mask, int points);

Outline resampled(const Outline& outline, int points);
double perimeter(const Outline& outline);

// Index of the outline's point nearest to `place`.
std::size_t nearestIndex(const Outline& outline, Point place);

// The same between the points: fractional.
double nearestPosition(const Outline& outline, Point place);

}  // namespace retailor::garment
