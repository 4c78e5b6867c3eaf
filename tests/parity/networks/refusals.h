#pragma once

#include <string>
#include <vector>

namespace retailor::parity {

// Models that cannot be used, and words that the sentence for the user must hold. Free of libtorch's types.
struct Refusal {
  std::string name;
  std::string words;
};
std::vector<Refusal> refusals();

// The sentence that loading ends in; empty where it is taken after all, or ends in another kind of failure than MissingWeights.
std::string sentenceOf(const std::string& name);

}  // namespace retailor::parity
