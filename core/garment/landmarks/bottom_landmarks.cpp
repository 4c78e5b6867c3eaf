#include "core/garment/landmarks/bottom_landmarks.h"

#include <cmath>

namespace retailor::garment {
namespace {

void put(LandmarkPlaces& places, Landmark landmark, const std::optional<Point>& place) {
  if (place) places[landmark] = *place;
}

// Down the inside of a leg to its lowest inner corner.
void putInnerHem(LandmarkPlaces& places, const GarmentSides& sides, Point crotch, Side side) {
  const bool right = side == Side::Right;
  const auto hem = places.find(right ? Landmark::HemRight : Landmark::HemLeft);
  if (hem == places.end()) return;
  std::vector<Point> inseam = sides.pathDown(hem->second, crotch, side);
  places[right ? Landmark::HemInnerRight : Landmark::HemInnerLeft] =
      GarmentSides::highest(inseam, [&](Point p) { return p.y - 0.6 * std::abs(p.x - crotch.x); });
}

}  // namespace

LandmarkPlaces bottomLandmarks(const GarmentSides& sides, bool legs) {
  LandmarkPlaces places;
  for (const Side side : {Side::Left, Side::Right}) {
    const bool right = side == Side::Right;
    put(places, right ? Landmark::WaistRight : Landmark::WaistLeft,
        sides.best([&](Point p) { return sides.lateral(p, side) > 0 && sides.fromTop(p) < 0.3; },
                   [&](Point p) { return -p.y + 0.5 * sides.lateral(p, side); }));
    put(places, right ? Landmark::HemRight : Landmark::HemLeft,
        sides.best([&](Point p) { return sides.lateral(p, side) > 0 && sides.fromTop(p) > 0.5; },
                   [&](Point p) { return p.y + 0.6 * sides.lateral(p, side); }));
  }
  if (!legs) return places;
  const Point crotch = sides.crotch();
  places[Landmark::Crotch] = crotch;
  for (const Side side : {Side::Left, Side::Right}) putInnerHem(places, sides, crotch, side);
  return places;
}

}  // namespace retailor::garment
