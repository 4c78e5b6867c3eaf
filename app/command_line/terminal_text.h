#pragma once

#include <string>

#include "app/command_line/exit_code.h"
#include "core/failure.h"

namespace retailor::command_line {

// Names come from folders and files: control characters, on which a terminal would act, become spaces.
std::string printable(std::string text);

// "retailor-cli: <sentence>" on stderr; the code that its kind ends the program with.
ExitCode failed(const Failure& failure);

}  // namespace retailor::command_line
