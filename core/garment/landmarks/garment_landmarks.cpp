#include "core/garment/landmarks/garment_landmarks.h"

#include <algorithm>
#include <vector>

#include "core/garment/landmarks/bottom_landmarks.h"
#include "core/garment/landmarks/garment_sides.h"
#include "core/garment/landmarks/top_landmarks.h"

namespace retailor::garment {
namespace {

constexpr double kTopsBay = 0.09;        // of the height: gaps that deep on both sides are those below sleeves
constexpr double kLeastLikeness = 0.65;  // of a garment to its own mirror image
constexpr double kTopEnd = 0.03;         // of the height
constexpr double kLeastWaist = 0.25;     // of the width: a top's neck is narrower
constexpr double kTopsCrotch = 0.35;     // of the height: a gap in the middle that deep is one between legs
constexpr double kSuitsCrotch = 0.58;    // and below no torso

LandmarkPlaces landmarksOn(const GarmentSides& sides, GarmentKind kind) {
  return hasNeck(kind) ? topLandmarks(sides, hasSleeves(kind)) : bottomLandmarks(sides, kind == GarmentKind::Trousers);
}

GarmentKind kindOf(const GarmentSides& sides, GarmentRow row) {
  if (row == GarmentRow::Lower) return sides.crotchHeight() > 0.2 ? GarmentKind::Trousers : GarmentKind::Skirt;
  const bool sleeves = sides.sleevesOn(Side::Left) && sides.sleevesOn(Side::Right);
  if (row == GarmentRow::Whole) return sleeves ? GarmentKind::SleevedDress : GarmentKind::SleevelessDress;
  return sleeves ? GarmentKind::Sleeved : GarmentKind::Sleeveless;
}

// Clockwise in the order of landmarksOf(), each within the picture's shape that its kind has.
bool inOrder(const Outline& outline, const LandmarkPlaces& places, GarmentKind kind) {
  std::vector<std::size_t> indices;
  for (const Landmark landmark : landmarksOf(kind)) {
    if (!places.contains(landmark)) return false;
    indices.push_back(nearestIndex(outline, places.at(landmark)));
  }
  int wraps = 0;
  for (std::size_t i = 0; i < indices.size(); ++i)
    if (indices[(i + 1) % indices.size()] <= indices[i]) ++wraps;
  return wraps == 1;
}

// A sleeved reading that does not hold together is read again without sleeves, trousers as a skirt.
GarmentKind simpler(GarmentKind kind) {
  if (kind == GarmentKind::Sleeved) return GarmentKind::Sleeveless;
  if (kind == GarmentKind::SleevedDress) return GarmentKind::SleevelessDress;
  return kind == GarmentKind::Trousers ? GarmentKind::Skirt : kind;
}

// Width of the garment's upper end, as a share of its whole width.
double topWidth(const Outline& outline, const GarmentBuild& build) {
  double left = build.box.right(), right = build.box.x;
  for (const Point& p : outline)
    if (p.y < build.box.y + kTopEnd * build.box.height) left = std::min(left, p.x), right = std::max(right, p.x);
  return (right - left) / build.box.width;
}

bool plausible(const GarmentSides& sides, const GarmentBuild& build, GarmentRow row) {
  const double tall = sides.height() / std::max(1.0, sides.width());
  if (tall < (row == GarmentRow::Whole ? 0.7 : 0.3) || tall > 6) return false;
  if (row == GarmentRow::Lower) return sides.leastBay() < kTopsBay * sides.height() && topWidth(sides.outline(), build) > kLeastWaist;
  return sides.crotchHeight() <= (row == GarmentRow::Upper ? kTopsCrotch : kSuitsCrotch) && build.likeness > kLeastLikeness;
}

}  // namespace

ReadOutline readOutline(const mask::Mask& coverage, const Outline& outline, GarmentRow row, std::optional<GarmentKind> wished) {
  const GarmentBuild build = buildOf(coverage);
  const GarmentSides sides(outline, build);
  ReadOutline read;
  read.likeness = build.likeness;
  read.kind = wished.value_or(kindOf(sides, row));
  read.landmarks = landmarksOn(sides, read.kind);
  if (!inOrder(outline, read.landmarks, read.kind)) {
    read.kind = simpler(read.kind);
    read.landmarks = landmarksOn(sides, read.kind);
  }
  read.convincing = plausible(sides, build, row) && inOrder(outline, read.landmarks, read.kind);
  return read;
}

LandmarkPlaces movedOnto(const Outline& outline, const LandmarkPlaces& places) {
  LandmarkPlaces moved;
  for (const auto& [landmark, place] : places) moved[landmark] = outline[nearestIndex(outline, place)];
  if (moved.contains(Landmark::NeckBottom)) putNeckBottom(moved, outline);
  return moved;
}

}  // namespace retailor::garment
