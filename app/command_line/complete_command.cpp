#include "app/command_line/complete_command.h"

#include <exception>
#include <new>
#include <variant>

#include "app/command_line/chosen_method.h"
#include "app/command_line/gather_inputs.h"
#include "app/command_line/output_place.h"
#include "app/command_line/progress_report.h"
#include "app/command_line/read_recipe.h"
#include "app/command_line/recipe_loras.h"
#include "app/command_line/run_to_end.h"
#include "app/command_line/write_results.h"
#include "app/command_line/write_sight.h"
#include "core/completion/request_limits.h"

namespace retailor::command_line {
namespace {

using completion::CompletionMethod;
using completion::CompletionOutcome;
using completion::CompletionRequest;
using completion::CompletionSettings;
using completion::Recipe;

Result<Recipe> recipeOf(const CompleteOptions& options) { return options.recipe.empty() ? Recipe{} : readRecipe(options.recipe); }

// All that can be known to fail is found before anything large is read, let alone run.
Result<CompletionSettings> checkedSettings(const CompleteOptions& options, const Recipe& recipe) {
  CompletionSettings settings = recipe.settings;
  for (const SettingChange& change : options.changes) change.apply(settings);
  if (const Result<void> good = completion::checkSettings(settings); !good) return good.failure();
  if (const Result<void> good = checkOutputs(options, settings.variations); !good) return good.failure();
  return settings;
}

// The recipe's LoRAs, unless others were named.
Result<void> takeLoras(const CompleteOptions& options, const Recipe& recipe, GatheredInputs& inputs) {
  if (options.recipe.empty() || !options.loras.empty()) return {};
  const auto found = findLorasBeside(options.recipe, recipe, inputs.request.settings.loras);
  if (!found) return found.failure();
  inputs.files.insert(inputs.files.end(), found->begin(), found->end());
  return {};
}

Result<GatheredInputs> checkedInputs(const CompleteOptions& options, const Recipe& recipe, const CompletionSettings& settings) {
  Result<GatheredInputs> inputs = options.recipe.empty() ? gatherInputs(options) : gatherInputs(options, recipe);
  if (!inputs) return inputs;
  inputs->request.settings = settings;
  if (const Result<void> taken = takeLoras(options, recipe, *inputs); !taken) return taken.failure();
  inputs->request.modelFolders = modelFoldersOf(options);
  inputs->request.noiseFile = options.noise.string();
  inputs->request.traceFile = options.trace.string();
  if (const Result<void> good = checkNotInput(options, settings.variations, inputs->files); !good) return good.failure();
  if (const Result<void> good = checkGathered(inputs->request, inputs->files); !good) return good.failure();
  return inputs;
}

ExitCode finish(const CompleteOptions& options, const CompletionRequest& request, const CompletionOutcome& outcome,
                const std::stop_token& stop, ProgressLines& lines) {
  if (const auto* failure = std::get_if<Failure>(&outcome)) return lines.failed(*failure);
  const auto* candidates = std::get_if<std::vector<completion::Candidate>>(&outcome);
  if (candidates == nullptr || stop.stop_requested()) return lines.cancelled();
  const Result<std::vector<std::filesystem::path>> written = writeResults(options, *request.photo, *candidates);
  if (!written) return lines.failed(written.failure());
  const Result<std::vector<std::filesystem::path>> fits = writeFits(options, request);
  if (!fits) return lines.failed(fits.failure());
  lines.done(*written);
  return ExitCode::Done;
}

ExitCode showSight(const std::filesystem::path& folder, const CompletionRequest& request, CompletionMethod& method,
                   const std::stop_token& stop, ProgressLines& lines) {
  const auto inputs = method.preparedInputs(request, stop);
  if (stop.stop_requested()) return lines.cancelled();
  if (!inputs) return lines.failed(inputs.failure());
  for (const std::string& note : inputs->notes) lines.note(note);
  const auto written = writeSight(folder, *inputs);
  if (!written) return lines.failed(written.failure());
  lines.done(*written);
  return ExitCode::Done;
}

ExitCode completeWith(const CompleteOptions& options, const MethodsToCome& methods, const std::stop_token& stop, ProgressLines& lines) {
  if (const Result<void> good = checkComplete(options); !good) return lines.failed(good.failure());
  const Result<Recipe> recipe = recipeOf(options);
  if (!recipe) return lines.failed(recipe.failure());
  const Result<CompletionSettings> settings = checkedSettings(options, *recipe);
  if (!settings) return lines.failed(settings.failure());
  const Result<GatheredInputs> inputs = checkedInputs(options, *recipe, *settings);
  if (!inputs) return lines.failed(inputs.failure());
  const Result<std::shared_ptr<CompletionMethod>> method = chosenMethod(options, inputs->request, methods.get());
  if (!method) return lines.failed(method.failure());
  for (const std::string& note : inputs->request.photo->notes) lines.note(note);
  if (!options.sight.empty()) return showSight(options.sight, inputs->request, **method, stop, lines);
  const auto report = std::make_shared<ProgressReport>(lines, PreviewFolder(options.previews));
  return finish(options, inputs->request, runToEnd(inputs->request, *method, report, stop), stop, lines);
}

}  // namespace

MethodsToCome openMethodsMeanwhile() {
  return std::async(std::launch::async, [] { return app::openMethodsLibrary(); }).share();
}

ExitCode runComplete(const CompleteOptions& options, const MethodsToCome& methods, const std::stop_token& stop, ProgressLines& lines) {
  try {
    return completeWith(options, methods, stop, lines);
  } catch (const std::bad_alloc&) {
    return lines.failed({FailureKind::OutOfMemory, "The pictures do not fit in memory; use smaller ones or a machine with more."});
  } catch (const std::exception& problem) {
    return lines.failed(
        {FailureKind::Internal, std::string("Something went wrong that should not: ") + problem.what() + ". Please report it."});
  }
}

}  // namespace retailor::command_line
