#pragma once

#include <memory>
#include <vector>

#include "core/methods/network_method.h"

namespace retailor::methods {

// Every completion method, in menu order. A new method is one line here (docs/adding-a-method.md). Methods with networks are listed too:
// they answer for themselves without libtorch, and run through `door`.
std::vector<std::shared_ptr<completion::CompletionMethod>> allMethods(const NetworkDoor& door);

}  // namespace retailor::methods
