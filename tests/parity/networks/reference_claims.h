#pragma once

#include <string>
#include <vector>

namespace retailor::parity {

// What must hold of references whatever the weights, computed with made-up ones. Free of libtorch's types, so that tests of Qt can include
// it.
std::vector<std::string> referenceClaims();

// How far the claim is from holding: 0 where two results are equal to the bit or counts are right, else the largest difference relative to
// the spread.
double shortOf(const std::string& claim);

}  // namespace retailor::parity
