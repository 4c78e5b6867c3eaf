#pragma once

#include <vector>

#include "core/completion/completion_method.h"

namespace retailor::models {

// How the methods with networks present themselves, in menu order.
const std::vector<completion::MethodTraits>& networkTraits();

}  // namespace retailor::models
