#pragma once

#include <string>

#include "core/completion/candidate.h"
#include "core/document/reference.h"

namespace retailor::document {

// An accepted result lying over the photo.
struct Layer {
  Id id = 0;
  std::string name;
  completion::Candidate result;
  double opacity = 1.0;  // 0..1
  bool visible = true;
};

// A result in the strip, not yet applied or discarded.
struct StagedCandidate {
  Id id = 0;
  completion::Candidate result;
};

}  // namespace retailor::document
