#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "core/result.h"

namespace retailor::weights {

// The text of a small file (at most 64 MiB): settings, an index, a vocabulary. MissingWeights when absent or refused.
Result<std::string> readSettingsText(const std::filesystem::path& file);

// Strict JSON of an object, no name twice in one object. MissingWeights names the file and what is wrong.
Result<nlohmann::json> parseSettings(const std::string& text, const std::filesystem::path& file);
Result<nlohmann::json> readSettings(const std::filesystem::path& file);

}  // namespace retailor::weights
