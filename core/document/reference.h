#pragma once

#include <cstdint>

#include "core/completion/tagged_reference.h"

namespace retailor::document {

using Id = std::uint64_t;  // of a reference, layer or candidate; never used twice in one document; 0 is nobody

// A reference on the board. Edits name it by id.
struct Reference {
  Id id = 0;
  completion::TaggedReference tagged;
};

}  // namespace retailor::document
