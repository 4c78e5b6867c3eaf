#pragma once

#include <string>
#include <vector>

namespace retailor::parity {

// Free of libtorch's types, so that tests of Qt can include it.

struct Comparison {
  std::string output;     // which of the case's outputs
  double difference = 0;  // the largest, relative to the spread of the golden; a huge number where sizes differ
};

// The small networks, and their parts, whose outputs lie in goldens.safetensors (made by make_network_goldens.py).
std::vector<std::string> goldenCases();

// Computes the case and holds every output against its golden. A problem (a missing golden, an exception) is a Comparison with a huge
// difference and the reason as its output.
std::vector<Comparison> compared(const std::string& name);

}  // namespace retailor::parity
