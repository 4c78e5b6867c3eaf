#pragma once

#include <memory>
#include <vector>

#include "core/completion/completion_method.h"
#include "core/result.h"

namespace retailor::app {

using Methods = std::vector<std::shared_ptr<completion::CompletionMethod>>;

// Opens the methods' library (libretailor-methods.so beside the program, then in ../lib/retailor) and lists its methods in menu order.
// The library stays open until the program ends, so methods may be kept as long as one likes; a second call opens it no second time.
// Methods with networks open the networks' library when they first run. Call it on a worker. Internal failure when it is missing or of
// another build.
Result<Methods> openMethodsLibrary();

}  // namespace retailor::app
