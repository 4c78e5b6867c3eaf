#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/completion/completion_method.h"
#include "core/result.h"

namespace retailor::ui {

using Methods = std::vector<std::shared_ptr<completion::CompletionMethod>>;

// How the window gets its methods without knowing them: app passes a function that opens the methods' library. Called once, on a worker,
// after the first paint.
using MethodSource = std::function<Result<Methods>()>;

}  // namespace retailor::ui
