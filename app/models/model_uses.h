#pragma once

#include <string>
#include <vector>

#include "core/methods/models/method_model.h"

namespace retailor::app {

// Where one part of a model that is published in pieces comes from.
struct PartOrigin {
  std::string part;
  std::string file;     // its weight file
  std::string problem;  // a sentence where it is missing or refused; then there is no file
};

// What a model on this machine serves for.
struct ModelUse {
  std::string method;              // "complete-me"
  std::string title;               // of the system
  std::string licence;             // of its published weights, "CC BY-NC-SA 4.0, not for commercial use"
  std::vector<PartOrigin> pieces;  // empty for models that lie whole in their folder
  std::string problem;             // a sentence: what it lacks; empty where it lacks nothing
};

// By settings and headers alone. `onPath`: all that the search found, where pieces are looked for.
std::vector<ModelUse> usesOf(const weights::FoundModel& found, const completion::ModelFolders& folders,
                             const std::vector<weights::FoundModel>& onPath);

// The licence of a model whose own folder says `told`: that, or what its uses know; with the restriction that one of them has.
std::string licenceOf(const std::string& told, const std::vector<ModelUse>& uses);

}  // namespace retailor::app
