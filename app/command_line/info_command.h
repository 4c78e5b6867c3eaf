#pragma once

#include <filesystem>

#include "app/command_line/exit_code.h"

namespace retailor::command_line {

enum class InfoKind { Plain, Json };

// `retailor-cli info FILE`: prints what a picture, recipe or project holds.
ExitCode runInfo(const std::filesystem::path& file, InfoKind kind);

}  // namespace retailor::command_line
