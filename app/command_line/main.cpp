// retailor-cli: all that the window does, without a display.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "app/command_line/batch_command.h"
#include "app/command_line/complete_command.h"
#include "app/command_line/devices_command.h"
#include "app/command_line/evaluation/evaluate_command.h"
#include "app/command_line/info_command.h"
#include "app/command_line/models_command.h"
#include "app/command_line/models_fetch.h"
#include "app/command_line/regions_command.h"
#include "app/command_line/stop_signals.h"

namespace {

using namespace retailor::command_line;

struct Arguments {
  CompleteOptions complete;
  std::filesystem::path infoFile;
  bool infoAsJson = false;
  std::filesystem::path list;
  std::string batchProgress = "plain";
  ModelsOptions models;
  FetchOptions fetch;
  RegionsOptions regions;
  EvaluateOptions evaluate;
};

void declareModels(CLI::App& models, Arguments& arguments) {
  models.require_subcommand(1);
  CLI::App* list = models.add_subcommand("list", "Tell which models are on this machine, and where");
  CLI::App* check = models.add_subcommand("check", "Tell of every part of a model where it is, what it is, and what is missing");
  addModelsOptions(*list, *check, arguments.models);
  addFetchOptions(*models.add_subcommand("fetch", "Fetch a public model, after telling its licence, size and hashes"), arguments.fetch);
}

void declare(CLI::App& program, Arguments& arguments) {
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string("Retailor " RETAILOR_VERSION));
  addCompleteOptions(*program.add_subcommand("complete", "Complete the masked part of a photo"), arguments.complete);

  CLI::App* info = program.add_subcommand("info", "Tell what a picture, recipe or project holds");
  info->add_option("FILE", arguments.infoFile, "The file")->required();
  info->add_flag("--json", arguments.infoAsJson, "As JSON");

  CLI::App* batch = program.add_subcommand("batch", "Run complete for every line of a list");
  batch->add_option("LIST", arguments.list, "A JSON object a line; its keys are the options of complete")->required();
  batch->add_option("--progress", arguments.batchProgress, "plain (default), json or none")
      ->check(CLI::IsMember({"plain", "json", "none"}));

  declareModels(*program.add_subcommand("models", "Look after the weights of the methods with networks"), arguments);
  addEvaluateOptions(*program.add_subcommand("evaluate", "Complete a folder of groups and measure how close the results come to the truth"),
                     arguments.evaluate);
  addRegionsOptions(*program.add_subcommand("regions", "Make a mask of each body region out of a parsing map"), arguments.regions);
  program.add_subcommand("devices", "Tell which devices libtorch can use on this machine");
}

ProgressKind progressNamed(const std::string& name) {
  if (name == "json") return ProgressKind::Json;
  return name == "none" ? ProgressKind::None : ProgressKind::Plain;
}

ExitCode runComplete(const CompleteOptions& options, const StopSignals& signals, ProgressLines::Clock::time_point start) {
  ProgressLines lines(options.progress, start);
  return retailor::command_line::runComplete(options, openMethodsMeanwhile(), signals.token(), lines);
}

ExitCode runEvaluate(const EvaluateOptions& options, const StopSignals& signals, ProgressLines::Clock::time_point start) {
  ProgressLines lines(options.how.progress, start);
  return retailor::command_line::runEvaluate(options, openMethodsMeanwhile(), signals.token(), lines);
}

ExitCode runInfo(const Arguments& arguments, const StopSignals& signals) {
  const std::stop_callback leave(signals.token(), [] { std::_Exit(static_cast<int>(ExitCode::Cancelled)); });
  return runInfo(arguments.infoFile, arguments.infoAsJson ? InfoKind::Json : InfoKind::Plain);
}

ExitCode runModels(const CLI::App& models, const Arguments& arguments, const StopSignals& signals) {
  if (models.got_subcommand("fetch")) return fetchModel(arguments.fetch, signals.token());
  return models.got_subcommand("check") ? checkModels(arguments.models, signals.token()) : listModels(arguments.models);
}

// CLI11 would only say that a command is missing.
std::string unknownCommand(const CLI::App& program, int count, char** values) {
  if (count < 2 || values[1][0] == '-') return {};
  for (const CLI::App* known : program.get_subcommands([](const CLI::App*) { return true; }))
    if (known->check_name(values[1])) return {};
  return "There is no command '" + std::string(values[1]) + "'; use complete, info, batch, evaluate, models, regions or devices";
}

int usageEnded(const CLI::App& program, const CLI::ParseError& problem, int count, char** values) {
  if (problem.get_exit_code() == 0) return program.exit(problem);  // --help, --version
  const std::string unknown = unknownCommand(program, count, values);
  std::fprintf(stderr, "retailor-cli: %s (retailor-cli --help tells more)\n", unknown.empty() ? problem.what() : unknown.c_str());
  return static_cast<int>(ExitCode::BadUsage);
}

}  // namespace

int main(int count, char** values) {
  const auto start = ProgressLines::Clock::now();
  const StopSignals signals;
  CLI::App program("Retailor completes and re-dresses photos of people.", "retailor-cli");
  Arguments arguments;
  declare(program, arguments);
  try {
    program.parse(count, values);
  } catch (const CLI::ParseError& problem) {
    return usageEnded(program, problem, count, values);
  }
  if (program.got_subcommand("complete")) return static_cast<int>(runComplete(arguments.complete, signals, start));
  if (program.got_subcommand("info")) return static_cast<int>(runInfo(arguments, signals));
  if (program.got_subcommand("models")) return static_cast<int>(runModels(*program.get_subcommand("models"), arguments, signals));
  if (program.got_subcommand("regions")) return static_cast<int>(runRegions(arguments.regions, signals.token()));
  if (program.got_subcommand("evaluate")) return static_cast<int>(runEvaluate(arguments.evaluate, signals, start));
  if (program.got_subcommand("devices")) return static_cast<int>(runDevices());
  return static_cast<int>(runBatch(arguments.list, progressNamed(arguments.batchProgress), signals.token()));
}
