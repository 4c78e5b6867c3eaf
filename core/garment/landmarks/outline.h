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

// The outer border of the largest piece of `mask` at coverage one half, resampled to `points` points and lightly smoothed, beginning at its
// top on the middle line of its box: a mirrored mask gives the mirrored points in the opposite order. Empty when the mask is.
Outline outlineOf(const mask::Mask& mask, int points);

// The same outline seen in a mirror `width` pixels wide, clockwise again and beginning at the same place.
Outline mirroredOutline(const Outline& outline, double width);

Outline resampled(const Outline& outline, int points);
double perimeter(const Outline& outline);

// Index of the outline's point nearest to `place`.
std::size_t nearestIndex(const Outline& outline, Point place);

// The same between the points: fractional.
double nearestPosition(const Outline& outline, Point place);
Point pointAt(const Outline& outline, double index);  // fractional, any number of turns

struct Extent {
  Point from, to;  // the corners of the least box around an outline
};
Extent extentOf(const Outline& outline);

// Where the outline crosses the middle line of its box for the first time from above: fractional index.
double topCentre(const Outline& outline);

}  // namespace retailor::garment
