#include "core/garment/matching/automatic_pins.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "core/garment/matching/contour_match.h"
#include "core/garment/matching/garment_pose.h"
#include "core/garment/matching/length_rule.h"

namespace retailor::garment {
namespace {

constexpr int kMatchPoints = 300;
constexpr double kPoorMatch = 0.06;
constexpr double kFlatNotch = 0.4;  // of the garment's own armpit notch: shallower than this, the arm hangs on the torso
constexpr int kGuessPoints = 150;
constexpr std::array kOneShift{0.0};
constexpr double kUnevenLength = 1.3, kUnevenHang = 1.1;  // how much dearer two sleeves are that are unlike
constexpr double kUnlikely = 0.05;                        // dearer by this for each time that sleeves become e times as long or short
constexpr double kNeckSearch = 0.7;                       // of the way from neck to shoulder
constexpr double kNeckRise = 0.04;                        // of the height: as much higher that must be
constexpr double kOnFrame = 2.5;                          // photo pixels
constexpr double kSnap = 0.02;                            // of the worn garment's longer side

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

double heightOf(const Outline& outline) {
  const auto [top, bottom] = std::ranges::minmax(outline, {}, &Point::y);
  return bottom.y - top.y;
}

// A garment laid with its sleeves along the torso shows no armpit to hide.
bool armHangs(const LandmarkPlaces& own, const LandmarkPlaces& person, const ArmLandmarks& arm) {
  return armpitHeight(own.at(arm.shoulder), own.at(arm.armpit), own.at(arm.hem)) < kTrueArmpit &&
         notch(person, arm) < kFlatNotch * notch(own, arm);
}

// Inside the worn garment, as far down from shoulder to cuff as in the garment itself, and as far from the middle.
Point hiddenArmpit(const LandmarkPlaces& own, const LandmarkPlaces& person, const ArmLandmarks& arm, bool left) {
  const auto middle = [](const LandmarkPlaces& p) { return (p.at(Landmark::ShoulderLeft).x + p.at(Landmark::ShoulderRight).x) / 2; };
  const double ownMiddle = middle(own), personMiddle = middle(person);
  const double outward = std::abs(own.at(arm.armpit).x - ownMiddle) / std::max(1.0, std::abs(own.at(arm.shoulder).x - ownMiddle));
  const double share = std::clamp(armpitHeight(own.at(arm.shoulder), own.at(arm.armpit), own.at(arm.hem)), 0.1, 0.6);
  const double half = std::abs(person.at(arm.shoulder).x - personMiddle);
  return {personMiddle + (left ? -1 : 1) * std::min(outward, 1.0) * half,
          person.at(arm.shoulder).y + share * (person.at(arm.hem).y - person.at(arm.shoulder).y)};
}

// Looks for the pose in which the garment's outline comes nearest to the worn one's.
class PoseSearch {
 public:
  PoseSearch(const GarmentCut& cut, const WornGarment& worn)
      : m_cut(cut), m_source(resampled(cut.outline, kGuessPoints)), m_target(resampled(worn.outline, kGuessPoints)) {}

  GarmentPose find(bool cutBelow) {
    const std::vector<SleevePose> sleeves = likelySleeves(m_cut.landmarks);
    for (const double shown : cutBelow ? std::vector{1.0, 0.85, 0.72, 0.6, 0.48, 0.38} : std::vector{1.0})
      for (const SleevePose& both : sleeves) consider({{both, both}, shown});
    // Either sleeve by itself, then both together: the same whichever side is left.
    const GarmentPose alike = m_best;
    const double alikeCost = m_least;
    GarmentPose both = alike;
    for (const std::size_t side : {0, 1}) {
      m_best = alike, m_least = alikeCost;
      for (const SleevePose& one : sleeves) {
        GarmentPose pose = alike;
        pose.sleeves[side] = one;
        consider(pose);
      }
      both.sleeves[side] = m_best.sleeves[side];
    }
    m_best = alike, m_least = alikeCost;
    for (const std::size_t side : {0, 1}) {
      GarmentPose pose = alike;
      pose.sleeves[side] = both.sleeves[side];
      consider(pose);
    }
    consider(both);
    return m_best;
  }

 private:
  void consider(const GarmentPose& pose) {
    const Outline guess = posed(m_source, m_cut.landmarks, pose).outline;
    double cost = matchedContours(guess, m_target, kOneShift).cost;
    for (const SleevePose& sleeve : pose.sleeves) cost *= 1 + kUnlikely * std::abs(std::log(sleeve.length));
    if (pose.sleeves[0].length != pose.sleeves[1].length) cost *= kUnevenLength;
    if (pose.sleeves[0].onTorso != pose.sleeves[1].onTorso) cost *= kUnevenHang;
    if (cost < m_least) m_least = cost, m_best = pose;
  }

  const GarmentCut& m_cut;
  Outline m_source, m_target;
  GarmentPose m_best;
  double m_least = std::numeric_limits<double>::max();
};

// The worn outline with what the photo's frame cuts off put on below it: straight down, `more` photo pixels.
Outline continuedBelow(const Outline& outline, double more) {
  const double lowest = std::ranges::max_element(outline, {}, &Point::y)->y;
  Outline result = outline;
  for (Point& p : result)
    if (p.y > lowest - kOnFrame) p.y += more;
  return resampled(result, static_cast<int>(outline.size()));
}

struct Transfer {
  LandmarkPlaces places;
  Outline outline;
  double residual = 0;
};

Transfer transferred(const GarmentCut& cut, const WornGarment& worn) {
  const GarmentPose pose = PoseSearch(cut, worn).find(worn.cutBelow);
  const Outline source = resampled(cut.outline, kMatchPoints), target = resampled(worn.outline, kMatchPoints);
  const PosedGarment guess = posed(source, cut.landmarks, pose);
  const ContourMatch match = matchedContours(guess.outline, target);
  Transfer transfer{{}, worn.outline, match.residual};
  const double scale = perimeter(worn.outline) / perimeter(guess.outline);
  for (const auto& [landmark, place] : guess.landmarks) {
    Point& onPerson = transfer.places[landmark] = pointAt(target, targetOf(match, nearestPosition(guess.outline, place), target.size()));
    const double beyond = posed(source, cut.landmarks, {pose.sleeves, 1}).landmarks.at(landmark).y - place.y;
    onPerson.y += scale * beyond;
  }
  if (pose.shown < 1) transfer.outline = continuedBelow(worn.outline, scale * (1 - pose.shown) * heightOf(source));
  return transfer;
}

// A neckline much wider than the garment's: its ends are the highest places between the bottom of the neck and the shoulders.
void widenNeck(const Outline& outline, LandmarkPlaces& person) {
  using enum Landmark;
  for (const auto& [neck, shoulder, step] : {std::tuple(NeckLeft, ShoulderLeft, -1), std::tuple(NeckRight, ShoulderRight, 1)}) {
    if (!person.contains(neck) || !person.contains(shoulder) || !person.contains(NeckBottom)) continue;
    const auto n = static_cast<int>(outline.size());
    const auto at = [&](Landmark landmark) { return static_cast<int>(nearestIndex(outline, person.at(landmark))); };
    const int from = at(neck), way = (step * (at(shoulder) - from) + n) % n;
    if (way > n / 4) continue;
    Point highest = person.at(neck);
    for (int i = 0; i <= kNeckSearch * way; ++i) {
      const Point place = outline[static_cast<std::size_t>((from + step * i + n) % n)];
      if (place.y < highest.y) highest = place;
    }
    if (person.at(neck).y - highest.y > kNeckRise * heightOf(outline)) person[neck] = highest;
  }
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
  Transfer transfer = transferred(cut, worn);
  LandmarkPlaces& person = transfer.places;
  result.residual = transfer.residual;
  widenNeck(transfer.outline, person);
  if (result.residual > kPoorMatch)
    result.warnings.push_back(
        {FitConcern::PoorMatch, 100 * result.residual, "The outlines of the new and the worn garment differ a lot: check the pins."});
  for (std::size_t side = 0; side < 2; ++side) {
    const ArmLandmarks& arm = kArms[side];
    if (!complete(cut.landmarks, arm)) continue;
    const bool hangs = !person.contains(arm.armpit) || armHangs(cut.landmarks, person, arm);
    result.armDown[side] = settings.armDown[side].value_or(hangs);
    if (result.armDown[side] || !person.contains(arm.armpit)) person[arm.armpit] = hiddenArmpit(cut.landmarks, person, arm, side == 0);
  }
  const LandmarkPlaces asWorn = person;
  applyLengths(settings.length, cut.landmarks, cut.outline, transfer.outline, result.armDown, person, result.warnings);
  for (const ArmLandmarks& arm : kArms)
    if (complete(person, arm) && distance(person.at(arm.cuffOuter), asWorn.at(arm.cuffOuter)) > snapDistance(worn))
      result.oldCuffs.push_back(between(asWorn.at(arm.cuffOuter), asWorn.at(arm.cuffInner), 0.5));
  result.outline = std::move(transfer.outline);
  for (const Landmark landmark : landmarksOf(cut.kind))
    if (person.contains(landmark)) result.pins.push_back({landmark, cut.landmarks.at(landmark), person.at(landmark)});
  return result;
}

}  // namespace retailor::garment
