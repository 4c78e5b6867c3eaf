#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/regions/body_part.h"

namespace retailor::regions {

struct ParsingClass {
  std::uint32_t id = 0;
  std::string name;
  BodyPart part = BodyPart::None;
};

// How one parser numbers what it finds: a table that users can make for themselves too.
struct ParsingScheme {
  std::string key;    // for the command line: "atr"
  std::string title;  // for people: "ATR, 18 classes"
  std::vector<ParsingClass> classes;
  bool coarse = false;        // its classes only roughly are our parts: the result wants a look
  bool faceWithNeck = false;  // its faces often go on down the neck: trimming them is worth an offer

  const ParsingClass* classOf(std::uint32_t id) const;  // null for an id the scheme does not have
  std::uint32_t largestId() const;
};

// Whether it is one of face parsers: it has faces, but nothing of what is worn below the waist.
bool isOfFaces(const ParsingScheme& scheme);

// Whether none of its classes is a part: someone has to say first which are.
bool goesNowhere(const ParsingScheme& scheme);

// Those Retailor knows, by number of classes.
const std::vector<ParsingScheme>& knownSchemes();
const ParsingScheme* schemeNamed(std::string_view key);  // null when unknown
std::string knownSchemeKeys();                           // "atr, cihp, …" for sentences

// A way to draw label i as a colour, 0xRRGGBB.
struct LabelPalette {
  std::string title;
  std::vector<std::uint32_t> colours;  // [id]
  bool ownScheme = false;              // only Retailor's own maps use it
};
const std::vector<LabelPalette>& knownPalettes();

// Pascal VOC's palette: bits of the label, from the lowest, go in turn to red, green and blue, highest bit first.
std::uint32_t vocColour(std::uint32_t label);

}  // namespace retailor::regions
