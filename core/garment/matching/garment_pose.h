#pragma once

#include <array>
#include <vector>

#include "core/garment/landmarks/outline.h"

namespace retailor::garment {

struct SleevePose {
  double length = 1;     // times the sleeve's own
  double lowered = 0;    // 0: as it lies .. 1: hanging down
  bool onTorso = false;  // no gap between sleeve and torso to be seen
};

// How a garment that lies flat may look on a person: a guess that contour matching then tries.
struct GarmentPose {
  std::array<SleevePose, 2> sleeves;  // left, right
  double shown = 1;                   // of the height, from the top: the photo's frame cuts off the rest
};

// The poses of a sleeve worth trying; the first is as it lies.
std::vector<SleevePose> likelySleeves(const LandmarkPlaces& landmarks);

struct PosedGarment {
  Outline outline;
  LandmarkPlaces landmarks;  // without armpits that cannot be seen; what the frame cuts off lies on the cut
};
PosedGarment posed(const Outline& outline, const LandmarkPlaces& landmarks, const GarmentPose& pose);

// How far down from shoulder to hem a sleeve leaves the torso, 0..1.
double armpitHeight(Point shoulder, Point armpit, Point hem);
// Lower down, sleeve and torso lie side by side and only part there.
inline constexpr double kTrueArmpit = 0.5;

}  // namespace retailor::garment
