#include "app/command_line/batch_command.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/command_line/complete_command.h"

namespace retailor::command_line {
namespace {

using Json = nlohmann::json;

Failure notAnOption(const std::string& key) { return badInput("'" + key + "' is neither a text nor a number nor a list of them."); }

// "--key=value" in one piece, so that no value can pass for an option.
Result<void> addArgument(std::vector<std::string>& arguments, const std::string& key, const Json& value) {
  if (value.is_boolean()) {
    if (value.get<bool>()) arguments.push_back("--" + key);
    return {};
  }
  if (!value.is_string() && !value.is_number()) return notAnOption(key);
  arguments.push_back("--" + key + "=" + (value.is_string() ? value.get<std::string>() : value.dump()));
  return {};
}

Result<std::vector<std::string>> argumentsOf(const std::string& line) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return badInput("This is not a JSON object on one line.");
  std::vector<std::string> arguments;
  for (const auto& [key, value] : json.items()) {
    const Json values = value.is_array() ? value : Json::array({value});
    for (const Json& one : values)
      if (const Result<void> good = addArgument(arguments, key, one); !good) return good.failure();
  }
  return arguments;
}

Result<CompleteOptions> optionsOf(const std::string& line, ProgressKind progress) {
  Result<std::vector<std::string>> arguments = argumentsOf(line);
  if (!arguments) return arguments.failure();
  CompleteOptions options;
  options.progress = progress;
  CLI::App command;
  command.set_help_flag();
  addCompleteOptions(command, options);
  try {
    command.parse(std::vector<std::string>(arguments->rbegin(), arguments->rend()));  // CLI11 takes them last first
  } catch (const CLI::ParseError& problem) {
    return badInput(problem.what());
  }
  return options;
}

}  // namespace

ExitCode runBatch(const std::filesystem::path& list, ProgressKind progress, const std::stop_token& stop) {
  const auto start = ProgressLines::Clock::now();
  std::ifstream file(list);
  if (!file) return ProgressLines(progress, start).failed(badInput("The list " + list.string() + " cannot be read; check its name."));
  const MethodsToCome methods = openMethodsMeanwhile();
  ExitCode first = ExitCode::Done;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Result<CompleteOptions> options = optionsOf(line, progress);
    ProgressLines lines(options ? options->progress : progress, ProgressLines::Clock::now(), number);
    const ExitCode code = options ? runComplete(*options, methods, stop, lines) : lines.failed(options.failure());
    if (first == ExitCode::Done) first = code;
    if (stop.stop_requested()) return ExitCode::Cancelled;
  }
  return first;
}

}  // namespace retailor::command_line
