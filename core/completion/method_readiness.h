#pragma once

#include <string>
#include <vector>

namespace retailor::completion {

struct MissingFile {
  std::string what;   // "U-Net weights"
  std::string where;  // the path it was looked for
};

// A model that a method can work with.
struct UsableModel {
  std::string name;  // "org/name" or the folder's
  std::string path;  // names it among ModelFolders
};

// Whether a method could run now, and what it lacks if not.
struct MethodReadiness {
  std::vector<MissingFile> missing;
  std::vector<UsableModel> models = {};  // the one that a run takes first; empty for methods without networks
  bool ready() const { return missing.empty(); }
};

}  // namespace retailor::completion
