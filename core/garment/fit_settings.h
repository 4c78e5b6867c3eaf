#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/garment/garment_kind.h"
#include "core/garment/landmark.h"
#include "core/garment/point.h"

namespace retailor::garment {

// Joins a place on the garment to a place on the photo. Coordinates are shares of the picture's width and height (0..1; the photo's may lie
// outside), so that they survive another size. Garment places are those of the picture as it was dropped, before any flip.
struct FitPin {
  std::optional<Landmark> landmark;  // absent: a pin the user added
  Point garment;
  Point person;
  bool operator==(const FitPin&) const = default;
};

// How long hem and sleeves are drawn. Auto keeps the garment's own length where it differs clearly from the worn one's.
enum class LengthRule { Auto, Own, AsWorn };

// What becomes of the old garment where the new one leaves it bare.
enum class Uncovered {
  KeepOldSleeves,  // below shorter sleeves the old ones stay, for bare arms cannot be known; the rest is filled
  Fill,
  KeepOldCloth
};

// All that the user can say about a fit: a value, saved with the reference. The defaults are the automatic fit.
struct FitSettings {
  std::optional<GarmentKind> kind{};  // absent: from the row and the outline
  bool flipped = false;               // left to right; a change wants the pins cleared
  double followFolds = 0.8;           // 0..1.2: how strongly the worn garment's folds shade the new one
  double followOutline = 1.0;         // 0..1: 0 keeps the new garment's own outline between the pins
  LengthRule length = LengthRule::Auto;
  double looseness = 0;                          // -1 tight .. 1 loose; ±1 is a tenth of the torso's width
  double stiffness = 1.0;                        // 0.25..4: the stiffer, the less the outline bends the cloth
  double sensitivity = 0;                        // 0: measured; else the Lab distance, 1.5..30, from which a pixel is no longer backdrop
  bool seeThroughGaps = false;                   // patches of backdrop colour inside the garment are holes
  bool collarCut = true;                         // take away the inside of the back of the collar
  int collarEdge = 0;                            // 0: the strongest edge; 1, 2, … the next deeper one
  std::array<std::optional<bool>, 2> armDown{};  // left, right in the picture: the sleeve lies on the torso; absent: measured
  bool sleeveOverTorso = true;
  Uncovered uncovered = Uncovered::KeepOldSleeves;
  double exposure = 0;         // -2..2 stops
  double warmth = 0;           // -1 cool .. 1 warm
  std::vector<FitPin> pins{};  // empty: automatic; else all there are

  bool operator==(const FitSettings&) const = default;
};

// Every number within the range given above (NaN is not), at most 200 pins, no landmark twice.
bool usable(const FitSettings& settings);

}  // namespace retailor::garment
