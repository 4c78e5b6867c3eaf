#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "app/command_line/exit_code.h"

namespace CLI {
class App;
}

namespace retailor::command_line {

// What `retailor-cli models fetch` was asked to do.
struct FetchOptions {
  std::string name;  // empty: tell what can be fetched
  std::string mirror = "https://huggingface.co";
  std::filesystem::path to;         // empty: the data folder
  std::filesystem::path catalogue;  // empty: the models known to this version
  bool onlyPlan = false;
  int stalledSeconds = 30;
};

void addFetchOptions(CLI::App& fetch, FetchOptions& options);

// Shows the model's licence and every file with its size and hash, then fetches what is not there yet; stopped or broken off, the next call
// goes on where this one ended. Nothing else in Retailor uses the network.
ExitCode fetchModel(const FetchOptions& options, const std::stop_token& stop);

}  // namespace retailor::command_line
