#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/document/document_state.h"
#include "core/document/project/zip_writer.h"

namespace retailor::document {

// An entry of a project file to come. Large pictures take their time to encode, so that is put off until several can be done at once.
struct PlannedEntry {
  std::string name;
  std::function<Result<image::Bytes>()> encode{};
  Packing packing = Packing::Stored;
  std::string sameAs{};  // an earlier entry with the same bytes, in place of encode
};

// All entries of a project, in the file's order. They look at `state`, which must outlive them.
std::vector<PlannedEntry> plannedEntries(const DocumentState& state);

}  // namespace retailor::document
