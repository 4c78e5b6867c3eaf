#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/mask/labels.h"
#include "core/regions/maps/label_map.h"
#include "core/regions/maps/map_turn.h"
#include "core/result.h"

namespace retailor::regions {

// What becomes of whole-body clothes. FoundOut, of the published schemes: kept where they are at least 60 % of all clothes; else,
// and where a coarse scheme tells no kinds of clothes apart, divided at the waist. Tables that users and files bring are taken at their
// word.
enum class WholeBodyRule { FoundOut, Kept, Divided };

// What can be answered by whoever knows the map.
struct MapChoices {
  MapTurn turn = MapTurn::FoundOut;
  bool stretched = false;  // to the picture's shape, where its own differs
  WholeBodyRule wholeBody = WholeBodyRule::FoundOut;
  std::vector<image::Rect>
      trimmedFaces{};  // on the picture, as foundFrontalFaces(): below their chins the map's faces are cut off as necks
};

// A parsing map brought to a picture.
struct ImportedParts {
  mask::Labels parts;              // picture's size, BodyPart numbers; tidied
  std::vector<std::string> notes;  // sentences: sizes adapted, turned, ids the scheme does not know
  bool divided = false;            // whole-body clothes were
};

// Reads the map's numbers by `scheme`. The map has the picture's size or its shape within 1 %; a map made on the unturned pixels of an
// upright picture (sides swapped) is turned whichever way lets the parts lie as on a person. Ids the scheme does not know become skin, with
// a note; 255 is nothing, and so is 0 unless the scheme says else. BadInput when the shapes differ and it shall not be stretched, nothing
// of a person is in it, the scheme sends no class to a part, or it cannot be told which way to turn. 30 ms for 750 × 1101, a second for 12
// megapixels: on a worker.
Result<ImportedParts> importedParts(const LabelMap& map, const ParsingScheme& scheme, image::Size picture, const MapChoices& choices = {});

// The map turned to lie as the picture does. BadInput when it is to be found out and cannot be.
Result<LabelMap> laidOut(const LabelMap& map, const ParsingScheme& scheme, image::Size picture, const MapChoices& choices = {});

// The scheme to read a map by: the one asked for, else its own, else the likeliest of a map that lies in one of the `turns`. BadInput when
// none knows its ids; the sentence says which it has. `ambiguous` (may be null) tells whether a look is wanted.
Result<ParsingScheme> schemeFor(const LabelMap& map, const std::optional<ParsingScheme>& asked,
                                const std::vector<MapTurn>& turns = {MapTurn::AsItLies}, bool* ambiguous = nullptr);

}  // namespace retailor::regions
