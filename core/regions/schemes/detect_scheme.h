#pragma once

#include <vector>

#include "core/regions/maps/label_map.h"
#include "core/regions/maps/map_turn.h"

namespace retailor::regions {

struct SchemeGuess {
  const ParsingScheme* scheme = nullptr;
  double score = 0;  // the greater the likelier
};

inline constexpr double schemeLead = 0.25;  // of the score: closer ones are not told apart

struct SchemeGuesses {
  std::vector<SchemeGuess> likeliest;  // best first; only schemes that know every id of the map; empty: none does
  bool certain = false;                // the first clearly leads, or those that come near it read the map alike
};

// Which known scheme a map uses: by the ids it holds (a largest of up to 5 points to selfie parsers, 6 to Pascal-Person-Part, 7 to 17 to
// ATR, 19 to LIP or CIHP, 20 to 23 to DeepFashion-MultiModal), by whether the parts then lie as they do on a person (face above legs and
// smaller than clothes, shoes lowest, hair at the face), and LIP from CIHP by what id 10 is: a garment, or a little skin. How the parts lie
// is looked at after each of the `turns` (at least one), and the one that suits a scheme best counts for it. `map` must not name its own
// scheme.
SchemeGuesses detectedScheme(const LabelMap& map, const std::vector<MapTurn>& turns = {MapTurn::AsItLies});

// How well the parts lie, -1 to 1, 0 where too little is there to tell.
double plausibility(const LabelMap& map, const ParsingScheme& scheme);

}  // namespace retailor::regions
