#pragma once

#include <stop_token>

#include "app/command_line/complete_command.h"
#include "app/command_line/evaluation/evaluate_options.h"

namespace retailor::command_line {

// `retailor-cli evaluate`: runs a method over a folder of groups (or takes pictures made elsewhere), measures each result against its
// source and writes tables and contact sheets. A group that fails does not keep the next from running; the exit code is the first
// failure's. Cancelled, it leaves what is finished, and goes on from there when asked again.
ExitCode runEvaluate(const EvaluateOptions& options, const MethodsToCome& methods, const std::stop_token& stop, ProgressLines& lines);

}  // namespace retailor::command_line
