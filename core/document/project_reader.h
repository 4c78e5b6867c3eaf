#pragma once

#include <filesystem>
#include <vector>

#include "core/document/document_state.h"
#include "core/result.h"

namespace retailor::document {

// A project as read: the document, and sentences on what could not be read but was not needed.
struct ReadProject {
  DocumentState state;
  std::vector<std::string> notes;
};

// Reads an OpenRaster file: ours whole; another program's as one photo (its merged picture). Untrusted input: entry names are matched,
// never used as paths; sizes are checked against a budget before inflating; duplicate or missing entries and wrong sizes are BadInput, the
// file named. Any thread.
Result<ReadProject> readProject(const std::filesystem::path& file);

}  // namespace retailor::document
