#pragma once

#include <filesystem>
#include <string>

#include "core/regions/schemes/parsing_scheme.h"
#include "core/result.h"

namespace retailor::regions {

// A table of classes as JSON, to be written by hand: {"name": "mine", "ids": {"4": "upper-clothes", "0": "none"}, "names": {"4": "shirt"}}.
// The parts are those of partKey(); names may be left out. BadInput names the file and the entry at fault.
Result<ParsingScheme> readScheme(const std::filesystem::path& file);
std::string schemeAsJson(const ParsingScheme& scheme);

}  // namespace retailor::regions
