#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/result.h"

namespace retailor::command_line {

// What `retailor-cli info` tells of a file: an object whose "kind" is "picture", "recipe" or "project", keys in reading order. BadInput
// names the file when it is none of them.
Result<nlohmann::ordered_json> factsOf(const std::filesystem::path& file);

}  // namespace retailor::command_line
