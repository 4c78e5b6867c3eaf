#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/mask/labels.h"
#include "core/regions/maps/label_map.h"
#include "core/result.h"

namespace retailor::regions {

// A parsing map brought to a photo.
struct ImportedParts {
  mask::Labels parts;              // photo's size, BodyPart numbers; tidied
  std::vector<std::string> notes;  // sentences: sizes adapted, turned, ids the scheme does not know
};

// Reads the map's numbers by `scheme`. The map has the photo's size or its shape within 1 %; a map made on the unturned pixels of an
// upright photo (sides swapped) is turned whichever way lets the parts lie as on a person. Ids the scheme does not know become skin, with a
// note; 255 is nothing. BadInput when the shapes differ, nothing of a person is in it, or it cannot be told which way to turn. 0.1 s for
// 750 × 1101, half a second for 12 megapixels: on a worker.
Result<ImportedParts> importedParts(const LabelMap& map, const ParsingScheme& scheme, image::Size photo);

// The scheme to read a map by: the one asked for, else its own, else the likeliest. BadInput when none knows its ids; the sentence says
// which it has. `ambiguous` (may be null) tells whether a look is wanted.
Result<ParsingScheme> schemeFor(const LabelMap& map, const std::optional<ParsingScheme>& asked, bool* ambiguous = nullptr);

}  // namespace retailor::regions
