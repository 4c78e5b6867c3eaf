#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/command_line/reference_argument.h"
#include "core/completion/completion_method.h"
#include "core/completion/completion_settings.h"

namespace CLI {
class App;
}

namespace retailor::command_line {

enum class ProgressKind { Plain, Json, None };

// One setting that the user named: where it goes, and which traits a method needs to heed it.
struct SettingChange {
  std::string option;                          // "--strength", for sentences
  std::optional<completion::Setting> setting;  // absent: every method heeds it
  std::function<void(completion::CompletionSettings&)> apply;
};

// What `retailor-cli complete` was asked to do. Texts are understood, files not yet opened.
struct CompleteOptions {
  std::filesystem::path photo;
  std::filesystem::path mask;
  std::filesystem::path output;
  std::vector<ReferenceArgument> references;
  std::vector<RegionArgument> regions;
  std::filesystem::path pose;  // empty: none
  std::vector<completion::LoraChoice> loras;
  std::vector<SettingChange> changes;  // applied to the defaults, or to the recipe's settings
  std::vector<std::string> modelFolders;
  std::filesystem::path noise;      // empty: random tensors come from the seed
  std::filesystem::path trace;      // empty: none
  std::filesystem::path previews;   // empty: none
  std::filesystem::path sight;      // where what the method sees goes, in place of a run; empty: a run
  std::filesystem::path recipe;     // empty: none
  std::filesystem::path recipeOut;  // empty: none
  std::filesystem::path fitOut;     // empty: none
  bool embedRecipe = false;
  ProgressKind progress = ProgressKind::Plain;
};

// Declares the options on a command of CLI11, which fills `options` while it parses; `options` must outlive it. What cannot be understood
// is thrown as CLI::ValidationError.
void addCompleteOptions(CLI::App& command, CompleteOptions& options);

// Of these, only how a run is done: method, settings, models, --progress; no files.
void addHowOptions(CLI::App& command, CompleteOptions& options);

// BadInput when an option that every run needs is missing.
Result<void> checkComplete(const CompleteOptions& options);

}  // namespace retailor::command_line
