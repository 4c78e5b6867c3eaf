#pragma once

#include <string>

#include "core/result.h"

namespace retailor::app {

// The function `symbol` of the library `fileName`, which lies beside the program or in ../lib/retailor. The library stays open until the
// program ends. An Internal failure names the file and what is wrong with it.
Result<void*> functionOf(const std::string& fileName, const char* symbol);

}  // namespace retailor::app
