#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "app/command_line/exit_code.h"

namespace CLI {
class App;
}

namespace retailor::command_line {

// What `retailor-cli models` was asked to do.
struct ModelsOptions {
  std::vector<std::filesystem::path> searched;  // --model
  std::vector<std::string> asked;               // names or folders to check; empty: all that are found
  bool quick = false;                           // do not read every byte
};

void addModelsOptions(CLI::App& list, CLI::App& check, ModelsOptions& options);

// `models list`: the models on this machine and where each was found; the folders that were searched where there is none.
ExitCode listModels(const ModelsOptions& options);

// `models check`: per model, its licence and every part: where it was found, format, precision, size, hash; what is missing and which file
// to put where. MissingWeights when any part of a model is missing or refused, or there is no model.
ExitCode checkModels(const ModelsOptions& options, const std::stop_token& stop);

}  // namespace retailor::command_line
