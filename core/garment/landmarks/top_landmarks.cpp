#include "core/garment/landmarks/top_landmarks.h"

#include <algorithm>
#include <iterator>

namespace retailor::garment {
namespace {

constexpr double kNarrowNeck = 0.03;  // of the garment's half width: nearer to the middle a neck point cannot be
constexpr double kAsLow = 0.05;       // of the neck's width
constexpr double kCuffSlant = 0.6;    // how much going sideways counts beside going along the sleeve

struct SideNames {
  Landmark neck, shoulder, cuffOuter, cuffInner, armpit, hem;
};

SideNames namesOf(Side side) {
  using enum Landmark;
  return side == Side::Right ? SideNames{NeckRight, ShoulderRight, CuffOuterRight, CuffInnerRight, ArmpitRight, HemRight}
                             : SideNames{NeckLeft, ShoulderLeft, CuffOuterLeft, CuffInnerLeft, ArmpitLeft, HemLeft};
}

// Beside a neckline that dips, its inner corner; else the place from which the outline falls to the shoulder.
std::optional<Point> neckOn(const GarmentSides& sides, Side side, bool sleeves) {
  std::optional<Point> neck;
  for (const double pull : sleeves ? std::vector{0.15} : std::vector{-0.25, 0.0, 0.15}) {
    neck = sides.best([&](Point p) { return sides.lateral(p, side) > 0 && sides.fromTop(p) < 0.3; },
                      [&](Point p) { return -p.y + pull * sides.lateral(p, side); });
    if (neck && sides.lateral(*neck, side) > kNarrowNeck * sides.width() / 2) return neck;
  }
  return neck;
}

// The cuff's corners lie farthest along the sleeve, one to its outer and one to its inner side.
void putSleeve(LandmarkPlaces& places, const GarmentSides& sides, Point neck, Point armpit, Side side) {
  const SideNames names = namesOf(side);
  const double turn = side == Side::Right ? 1 : -1;
  const std::vector<Point> path = sides.pathDown(neck, armpit, side);
  const auto highest = GarmentSides::highest;
  const auto beyond = [&](Point from, Point to) { return highest(path, [&](Point p) { return -turn * cross(to - from, p - from); }); };
  const Point middle = between(neck, armpit, 0.5);
  Point outer = highest(path, [&](Point p) { return distance(middle, p); }), inner = outer;
  const Point shoulder = beyond(neck, outer);
  for (int round = 0; round < 3; ++round) {
    const Point along = between(outer, inner, 0.5) - between(shoulder, armpit, 0.5);
    const Point outward = turn * Point{along.y, -along.x};
    outer = highest(path, [&](Point p) { return dot(p, along) + kCuffSlant * dot(p, outward); });
    inner = highest(path, [&](Point p) { return dot(p, along) - kCuffSlant * dot(p, outward); });
  }
  places[names.shoulder] = beyond(neck, outer);
  places[names.cuffOuter] = outer;
  places[names.cuffInner] = inner;
  places[names.armpit] = armpit;
}

void putShoulder(LandmarkPlaces& places, const GarmentSides& sides, Point neck, Side side) {
  const auto shoulder = sides.best([&](Point p) { return sides.lateral(p, side) > 0 && p.y < neck.y + 0.2 * sides.height(); },
                                   [&](Point p) { return 0.6 * sides.lateral(p, side) - p.y; });
  if (shoulder) places[namesOf(side).shoulder] = *shoulder;
}

void putSide(LandmarkPlaces& places, const GarmentSides& sides, bool sleeves, Side side) {
  const auto neck = neckOn(sides, side, sleeves);
  if (!neck) return;
  places[namesOf(side).neck] = *neck;
  const Point armpit = sleeves ? sides.bayOn(side).armpit : *neck;
  const std::vector<Point> torso = sides.pathDown(armpit, sides.onMiddle(true), side);
  places[namesOf(side).hem] =
      GarmentSides::highest(torso, [&](Point p) { return (sides.fromTop(p) > 0.4 ? 0 : -1e9) + p.y + 0.5 * sides.lateral(p, side); });
  if (sleeves)
    putSleeve(places, sides, *neck, armpit, side);
  else
    putShoulder(places, sides, *neck, side);
}

}  // namespace

LandmarkPlaces topLandmarks(const GarmentSides& sides, bool sleeves) {
  LandmarkPlaces places;
  for (const Side side : {Side::Left, Side::Right}) putSide(places, sides, sleeves, side);
  putNeckBottom(places, sides.outline());
  return places;
}

void putNeckBottom(LandmarkPlaces& places, const Outline& outline) {
  if (!places.contains(Landmark::NeckLeft) || !places.contains(Landmark::NeckRight)) return;
  const std::vector<Point> line = pathBetween(outline, places[Landmark::NeckLeft], places[Landmark::NeckRight]);
  const double lowest = std::ranges::max_element(line, {}, &Point::y)->y;
  std::vector<Point> low;
  std::ranges::copy_if(line, std::back_inserter(low), [&](Point p) { return p.y > lowest - kAsLow * distance(line.front(), line.back()); });
  places[Landmark::NeckBottom] = between(low[(low.size() - 1) / 2], low[low.size() / 2], 0.5);
}

}  // namespace retailor::garment
