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
  std::filesystem::path map;          // a picture, an array, or a folder of masks; empty: a parser makes it
  std::string parser;                 // the folder of a human parser, or "auto"
  std::vector<std::string> models;    // folders where "auto" looks first
  std::filesystem::path photo;        // empty: the masks have the map's size; a parser needs it
  std::string scheme;                 // a known one's key, or a JSON file; empty: found out
  std::vector<std::string> replaced;  // region keys: a hole for each
  bool sleevesMayChange = false;
  bool trimsChins = false;  // faces found on the photo say where the map's faces end
  regions::MapChoices choices;
  std::filesystem::path output;  // the folder
};

void addRegionsOptions(CLI::App& command, RegionsOptions& options);

// `retailor-cli regions`: a mask for each body region that a parsing map shows, be it given or made by a human parser, what lies in front,
// and all in one index picture with a JSON file beside it; holes for the regions to be replaced; of a parser also its own labels. Nothing
// is written unless all of it can be.
ExitCode runRegions(const RegionsOptions& options, const std::stop_token& stop);

}  // namespace retailor::command_line
