#pragma once

#include "app/command_line/exit_code.h"

namespace retailor::command_line {

// `retailor-cli devices`: prints what `--device` can be given on this machine, and why CUDA is not among it.
ExitCode runDevices();

}  // namespace retailor::command_line
