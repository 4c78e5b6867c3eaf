#pragma once

#include <string>
#include <vector>

namespace retailor::tests {

// A weight file that must be refused, and a word of the reason that the user is to read.
struct BrokenWeights {
  std::string name;      // of the data row
  std::string fileName;  // decides nothing but for an index
  std::string bytes;
  std::string reason;
};

std::vector<BrokenWeights> brokenSafetensors();
std::vector<BrokenWeights> brokenIndexes();
std::vector<BrokenWeights> brokenArchives();
std::vector<BrokenWeights> otherThings();  // files that are no weights at all

std::vector<BrokenWeights> allBrokenWeights();

}  // namespace retailor::tests
