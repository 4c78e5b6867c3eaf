#pragma once

#include <string>
#include <vector>

namespace retailor::completion {

struct MissingFile {
  std::string what;   // "U-Net weights"
  std::string where;  // the path it was looked for
};

// Whether a method could run now, and what it lacks if not.
struct MethodReadiness {
  std::vector<MissingFile> missing;
  bool ready() const { return missing.empty(); }
};

}  // namespace retailor::completion
