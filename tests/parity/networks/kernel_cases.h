#pragma once

#include <string>
#include <vector>

namespace retailor::parity {

// Our loops for the CPU's vectors held against libtorch's own operators, on sizes that leave remainders everywhere. Free of libtorch's
// types.
std::vector<std::string> kernelCases();

// The largest difference relative to the spread of libtorch's result.
double kernelDifference(const std::string& name);

}  // namespace retailor::parity
