#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/regions/maps/label_map.h"
#include "core/regions/parsers/parser_model.h"

namespace retailor::command_line {

struct UsedParser {
  regions::ParserModel model;
  std::string sha256;  // of its weight file
};

struct ParsedPhoto {
  regions::LabelMap map;  // the photo's size
  UsedParser parser;
};

// The photo as a human parser sees it. `parser`: its folder, or "auto": the first in `models`, the preferences and the other model folders.
// Says on stderr which it is and under which licence. Nothing when stopped.
Result<std::optional<ParsedPhoto>> parsedPhoto(const std::filesystem::path& photo, const std::string& parser,
                                               const std::vector<std::string>& models, const std::stop_token& stop);

}  // namespace retailor::command_line
