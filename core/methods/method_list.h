#pragma once

#include <memory>
#include <vector>

#include "core/completion/completion_method.h"

namespace retailor::methods {

// Every completion method of this library, in menu order. A new method is one line here (docs/adding-a-method.md).
std::vector<std::shared_ptr<completion::CompletionMethod>> allMethods();

}  // namespace retailor::methods
