#pragma once

#include <future>
#include <stop_token>

#include "app/command_line/complete_options.h"
#include "app/command_line/progress_lines.h"
#include "app/methods_library.h"

namespace retailor::command_line {

using MethodsToCome = std::shared_future<Result<app::Methods>>;

// Opens the methods' library while the inputs are read.
MethodsToCome openMethodsMeanwhile();

// `retailor-cli complete`: checks, reads, runs, writes. Tells how it ended and returns the exit code; nothing is thrown.
ExitCode runComplete(const CompleteOptions& options, const MethodsToCome& methods, const std::stop_token& stop, ProgressLines& lines);

}  // namespace retailor::command_line
