#pragma once

#include <string>
#include <vector>

namespace retailor::parity {

// Whole networks on maps that shrink to one pixel, the fast operators held against the plain ones. Free of libtorch's types.
std::vector<std::string> smallMapCases();

// The largest difference relative to the spread of what the plain operators give.
double smallMapDifference(const std::string& name);

}  // namespace retailor::parity
