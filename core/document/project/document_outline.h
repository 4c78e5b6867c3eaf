#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/document/document_state.h"
#include "core/document/paint_target.h"
#include "core/result.h"

namespace retailor::document {

// A document as document.json tells it, pictures still to come.
struct DocumentOutline {
  DocumentState state;  // photo null, mask empty, references and results without pictures
  image::Size photoSize;
  std::vector<PaintTarget> regions;  // marked ones; all different
  std::map<Id, image::Size> referenceSizes;
  bool hasPose = false;              // its picture has the photo's size
  std::set<Id> maskedReferences;     // references with a mask
  std::set<Id> resultsKeptApart;     // layers and candidates whose blend mask is an entry of its own
  std::set<std::string> photoParts;  // of profile, exif, iptc, xmp: what the photo has
  std::vector<std::string> notes;
};

// Believes nothing: types, ranges, ids, windows within the photo. BadInput naming `file` (quoted already) and the member at fault.
Result<DocumentOutline> documentOutline(std::span<const std::byte> json, const std::string& file);

}  // namespace retailor::document
