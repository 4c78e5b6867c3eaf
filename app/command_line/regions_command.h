#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "app/command_line/exit_code.h"
#include "core/regions/maps/import_map.h"

namespace CLI {
class App;
}

namespace retailor::command_line {

struct RegionsOptions {
  std::filesystem::path map;          // a picture, an array, or a folder of masks
  std::filesystem::path photo;        // empty: the masks have the map's size
  std::string scheme;                 // a known one's key, or a JSON file; empty: found out
  std::vector<std::string> replaced;  // region keys: a hole for each
  bool sleevesMayChange = false;
  regions::MapChoices choices;
  std::filesystem::path output;  // the folder
};

void addRegionsOptions(CLI::App& command, RegionsOptions& options);

// `retailor-cli regions`: a mask for each body region that a parsing map shows, what lies in front, and all in one index picture with a
// JSON file beside it; holes for the regions to be replaced. Nothing is written unless all of it can be.
ExitCode runRegions(const RegionsOptions& options, const std::stop_token& stop);

}  // namespace retailor::command_line
