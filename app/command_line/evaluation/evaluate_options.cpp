#include "app/command_line/evaluation/evaluate_options.h"

#include <CLI/CLI.hpp>
#include <system_error>

#include "app/command_line/output_place.h"
#include "core/completion/request_limits.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;

// Options that say how to run, given though nothing is run.
Result<void> checkNothingToRun(const EvaluateOptions& options) {
  for (const SettingChange& change : options.how.changes)
    if (change.option != "--threads" && !change.option.starts_with("--precision") && change.option != "--device")
      return badInput("With --results nothing is run, so " + change.option + " has nothing to change; leave out one of them.");
  return {};
}

bool isSameFolder(const fs::path& one, const fs::path& other) {
  std::error_code problem;
  return fs::equivalent(one, other, problem) && !problem;
}

}  // namespace

void addEvaluateOptions(CLI::App& command, EvaluateOptions& options) {
  command
      .add_option("FOLDER", options.folder,
                  "Groups to evaluate: groups/<id>/ with source, mask, reference-REGION, ref_mask-REGION (pictures) and prompt.txt")
      ->required();
  command
      .add_option("--out", options.output, "The folder for results, table.md, table.csv, results.json and contact sheets; made if need be")
      ->required()
      ->type_name("DIR");
  command
      .add_option("--results", options.results,
                  "Evaluate the pictures in this folder, named as the groups (<id>.png or <id>/result.png), and run nothing")
      ->type_name("DIR");
  command.add_flag("--again", options.again, "Run every group, though its result may lie in --out already");
  addHowOptions(command, options.how);
}

Result<completion::CompletionSettings> evaluationSettings(const EvaluateOptions& options) {
  completion::CompletionSettings settings;
  for (const SettingChange& change : options.how.changes) change.apply(settings);
  if (const Result<void> good = completion::checkSettings(settings); !good) return good.failure();
  if (!options.results.empty())
    if (const Result<void> good = checkNothingToRun(options); !good) return good.failure();
  if (settings.variations != 1)
    return badInput("An evaluation makes one result a group; leave out --variations, or run with another --seed.");
  if (settings.strength < 1)
    return badInput("--strength below 1 would start from the source, which is the truth to be compared with; leave it out.");
  return settings;
}

Result<void> checkEvaluationOutput(const EvaluateOptions& options) {
  std::error_code problem;
  fs::create_directories(options.output, problem);
  if (problem && !fs::is_directory(options.output))
    return badInput("The folder " + options.output.string() + " cannot be made (" + problem.message() + "); choose another one.");
  for (const fs::path& input : {options.folder, options.folder / "groups"})
    if (isSameFolder(options.output, input) || isSameFolder(options.output / "groups", input))
      return badInput("The results cannot go to " + options.output.string() + ", where the groups lie; choose another folder with --out.");
  return takesFiles(options.output, "the results");
}

}  // namespace retailor::command_line
