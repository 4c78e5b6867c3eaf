#include "core/garment/matching/automatic_pins.h"

#include <algorithm>
#include <cmath>

#include "core/garment/matching/contour_match.h"
#include "core/garment/matching/length_rule.h"

namespace retailor::garment {
namespace {

constexpr int kMatchPoints = 300;
constexpr double kPoorMatch = 0.06;
constexpr double kFlatNotch = 0.4;  // of the garment's own armpit notch: shallower than this, the arm hangs on the torso
constexpr double kTrueArmpit = 0.5;  // of the way from shoulder to hem: lower down, sleeve and torso only part there
constexpr double kSnap = 0.02;      // of the worn garment's longer side

struct ArmLandmarks {
  Landmark shoulder, cuffOuter, cuffInner, armpit, hem;
};
constexpr std::array<ArmLandmarks, 2> kArms{
    {{Landmark::ShoulderLeft, Landmark::CuffOuterLeft, Landmark::CuffInnerLeft, Landmark::ArmpitLeft, Landmark::HemLeft},
     {Landmark::ShoulderRight, Landmark::CuffOuterRight, Landmark::CuffInnerRight, Landmark::ArmpitRight, Landmark::HemRight}}};

// How deep the armpit lies below the line from cuff to hem, as a share of that line.
double notch(const LandmarkPlaces& places, const ArmLandmarks& arm) {
  const Point from = places.at(arm.cuffInner), chord = places.at(arm.hem) - from;
  return std::abs(cross(chord, places.at(arm.armpit) - from)) / std::max(1e-6, dot(chord, chord));
}

// How far down from shoulder to hem.
double armpitHeight(const LandmarkPlaces& places, const ArmLandmarks& arm) {
  const double torso = places.at(arm.hem).y - places.at(arm.shoulder).y;
  return (places.at(arm.armpit).y - places.at(arm.shoulder).y) / std::max(1.0, torso);
}

// A garment laid with its sleeves along the torso shows no armpit to hide.
bool armHangs(const LandmarkPlaces& own, const LandmarkPlaces& person, const ArmLandmarks& arm) {
  return armpitHeight(own, arm) < kTrueArmpit && notch(person, arm) < kFlatNotch * notch(own, arm);
}

// Inside the worn garment, as far down from shoulder to cuff as in the garment itself, and as far from the middle.
Point hiddenArmpit(const LandmarkPlaces& own, const LandmarkPlaces& person, const ArmLandmarks& arm, bool left) {
  const auto middle = [](const LandmarkPlaces& p) { return (p.at(Landmark::ShoulderLeft).x + p.at(Landmark::ShoulderRight).x) / 2; };
  const double ownMiddle = middle(own), personMiddle = middle(person);
  const double outward = std::abs(own.at(arm.armpit).x - ownMiddle) / std::max(1.0, std::abs(own.at(arm.shoulder).x - ownMiddle));
  const double share = std::clamp(armpitHeight(own, arm), 0.1, 0.6);
  const double half = std::abs(person.at(arm.shoulder).x - personMiddle);
  return {personMiddle + (left ? -1 : 1) * std::min(outward, 1.0) * half,
          person.at(arm.shoulder).y + share * (person.at(arm.hem).y - person.at(arm.shoulder).y)};
}

LandmarkPlaces transferred(const GarmentCut& cut, const WornGarment& worn, double& residual) {
  const Outline source = resampled(cut.outline, kMatchPoints), target = resampled(worn.outline, kMatchPoints);
  const ContourMatch match = matchedContours(source, target, topCentre(source), topCentre(target));
  residual = match.residual;
  LandmarkPlaces places;
  for (const auto& [landmark, place] : cut.landmarks) places[landmark] = pointAt(target, match.target[nearestIndex(source, place)]);
  return places;
}

bool complete(const LandmarkPlaces& places, const ArmLandmarks& arm) {
  return places.contains(arm.shoulder) && places.contains(arm.cuffOuter) && places.contains(arm.cuffInner) && places.contains(arm.armpit) &&
         places.contains(arm.hem);
}

}  // namespace

FitPin normalised(const PixelPin& pin, const GarmentCut& cut, image::Size photo) {
  const double across = pin.garment.x / cut.colour.width();
  return {pin.landmark,
          {cut.flipped ? 1 - across : across, pin.garment.y / cut.colour.height()},
          {pin.person.x / photo.width, pin.person.y / photo.height}};
}

PixelPin inPixels(const FitPin& pin, const GarmentCut& cut, image::Size photo) {
  const double across = cut.flipped ? 1 - pin.garment.x : pin.garment.x;
  return {pin.landmark,
          {across * cut.colour.width(), pin.garment.y * cut.colour.height()},
          {pin.person.x * photo.width, pin.person.y * photo.height}};
}

double snapDistance(const WornGarment& worn) { return kSnap * std::max(worn.box.width, worn.box.height); }

AutomaticPins automaticPins(const GarmentCut& cut, const WornGarment& worn, const FitSettings& settings) {
  AutomaticPins result;
  LandmarkPlaces person = transferred(cut, worn, result.residual);
  if (result.residual > kPoorMatch)
    result.warnings.push_back(
        {FitConcern::PoorMatch, 100 * result.residual, "The outlines of the new and the worn garment differ a lot: check the pins."});
  for (std::size_t side = 0; side < 2; ++side) {
    const ArmLandmarks& arm = kArms[side];
    if (!complete(person, arm)) continue;
    result.armDown[side] = settings.armDown[side].value_or(armHangs(cut.landmarks, person, arm));
    if (result.armDown[side]) person[arm.armpit] = hiddenArmpit(cut.landmarks, person, arm, side == 0);
  }
  applyLengths(settings.length, cut.landmarks, worn.outline, person, result.warnings);
  for (const Landmark landmark : landmarksOf(cut.kind))
    if (person.contains(landmark)) result.pins.push_back({landmark, cut.landmarks.at(landmark), person.at(landmark)});
  return result;
}

}  // namespace retailor::garment
