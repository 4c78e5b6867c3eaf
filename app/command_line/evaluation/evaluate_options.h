#pragma once

#include <filesystem>

#include "app/command_line/complete_options.h"

namespace retailor::command_line {

// What `retailor-cli evaluate` was asked to do.
struct EvaluateOptions {
  CompleteOptions how;            // method, settings, models, progress; no files
  std::filesystem::path folder;   // of the groups
  std::filesystem::path output;   // --out
  std::filesystem::path results;  // --results: pictures made elsewhere; empty: the method makes them
  bool again = false;             // run groups too whose results are there
};

// Declares the options on a command of CLI11; `options` must outlive it.
void addEvaluateOptions(CLI::App& command, EvaluateOptions& options);

// The settings of every run. BadInput: an option that evaluating has no use for, or a number out of range.
Result<completion::CompletionSettings> evaluationSettings(const EvaluateOptions& options);

// Makes the output's folder. BadInput: it cannot be made or written to, or is where the groups lie.
Result<void> checkEvaluationOutput(const EvaluateOptions& options);

}  // namespace retailor::command_line
