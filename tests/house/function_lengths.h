#pragma once

#include <string>
#include <vector>

#include "tests/house/source_file.h"

namespace retailor::house {

// A function with a body, from the line its head begins on to its closing brace. A lambda counts as part of the function around it.
struct FunctionLength {
  std::string path;
  std::string name;
  int line = 0;
  int lines = 0;
};

// Reads braces, not C++: good enough to count, and it needs no compiler.
std::vector<FunctionLength> functionLengths(const SourceFile& file);

}  // namespace retailor::house
