#pragma once

#include <string>
#include <vector>

namespace retailor::completion {

// Where to look for weights before the usual places. No part of a recipe: a recipe names weights by what they are, not by where they lie.
struct ModelFolders {
  std::vector<std::string> named;      // for this run: a model found here is used, and no other in its place
  std::vector<std::string> preferred;  // the user's own folders, after those that the environment names
  bool operator==(const ModelFolders&) const = default;
};

}  // namespace retailor::completion
