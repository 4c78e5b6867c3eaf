#pragma once

#include <string>

#include "core/document/document_state.h"

namespace retailor::document {

// retailor/document.json: all of a document but its pictures, which lie in entries of their own (project_entries.h).
std::string documentJson(const DocumentState& state);

}  // namespace retailor::document
