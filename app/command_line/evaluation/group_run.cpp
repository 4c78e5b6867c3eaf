#include "app/command_line/evaluation/group_run.h"

#include <algorithm>
#include <variant>

#include "app/command_line/chosen_method.h"
#include "app/command_line/gather_inputs.h"
#include "app/command_line/read_recipe.h"
#include "app/command_line/run_to_end.h"
#include "app/command_line/write_results.h"
#include "core/completion/recipe.h"
#include "core/evaluation/group_pictures.h"
#include "core/evaluation/group_score.h"
#include "core/image/load_file.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;
using completion::CompletionRequest;
using completion::Recipe;
using evaluation::EvaluationGroup;

CompleteOptions filesOf(const EvaluationGroup& group) {
  CompleteOptions files;
  files.photo = group.source;
  files.mask = group.mask;
  for (const evaluation::GroupReference& reference : group.references) {
    ReferenceArgument& argument = files.references.emplace_back();
    argument.region = reference.region;
    argument.file = reference.file;
    argument.mask = reference.mask;
  }
  return files;
}

Result<CompletionRequest> requestOf(const EvaluationPlan& plan, const EvaluationGroup& group, const completion::MethodTraits& traits) {
  Result<GatheredInputs> inputs = gatherInputs(filesOf(group));
  if (!inputs) return inputs.failure();
  CompletionRequest request = std::move(inputs->request);
  request.settings = plan.settings;
  request.modelFolders = plan.models;
  if (!group.prompt.empty() && std::ranges::count(traits.settings, completion::Setting::Prompt) > 0) {
    Result<std::string> prompt = evaluation::readPrompt(group.prompt);
    if (!prompt) return prompt.failure();
    request.settings.prompt = *prompt;
  }
  if (const Result<void> good = checkGathered(request, inputs->files); !good) return good.failure();
  return request;
}

// What tells two recipes apart that would not make the same pixels.
std::string sameness(Recipe recipe) {
  recipe.weights.clear();
  recipe.device.clear();
  recipe.settings.threads = 0;
  return completion::toJson(recipe);
}

std::optional<evaluation::KeptScore> keptScoreIn(const fs::path& folder) {
  const Result<image::Bytes> bytes = image::loadFile(folder / "score.json", image::ReadBudget{});
  if (!bytes) return std::nullopt;
  return evaluation::keptScore(std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()));
}

// The result of an earlier evaluation, where this request would make it again.
std::optional<GroupPicture> keptResult(const EvaluationPlan& plan, const CompletionRequest& request, const fs::path& folder) {
  const auto score = keptScoreIn(folder);
  std::error_code ignored;
  if (plan.options.again || !score || !fs::exists(folder / "result.png", ignored)) return std::nullopt;
  if (score->modelFolders != plan.options.how.modelFolders) return std::nullopt;
  const Result<Recipe> recipe = readRecipe(folder / "recipe.json");
  if (!recipe || sameness(*recipe) != sameness(completion::recipeFor(request, request.settings.seed))) return std::nullopt;
  return GroupPicture{folder / "result.png", score->seconds, true};
}

// Both files of a result; the score, without which they do not count later, is written once they are measured.
Result<void> writeBoth(const fs::path& folder, const CompletionRequest& request, const completion::Candidate& candidate) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem) return cannotWrite("The folder " + folder.string() + " cannot be made (" + problem.message() + "); choose another --out.");
  fs::remove(folder / "score.json", problem);
  if (const Result<void> good = writeResult(folder / "result.png", *request.photo, candidate, false); !good) return good;
  return writeRecipe(folder / "recipe.json", candidate.recipe);
}

Result<fs::path> foundElsewhere(const fs::path& folder, const std::string& id) {
  for (const auto& [place, stem] :
       {std::pair(folder, id), std::pair(folder / id, std::string("result")), std::pair(folder / "groups" / id, std::string("result"))}) {
    std::error_code ignored;
    if (!fs::is_directory(place, ignored)) continue;
    Result<fs::path> file = evaluation::pictureNamed(place, stem);
    if (!file || !file->empty()) return file;
  }
  return badInput("There is no picture for the group " + id + " in " + folder.string() + "; name it " + id + ".png.");
}

}  // namespace

fs::path outputFolderOf(const EvaluateOptions& options, const std::string& id) { return options.output / "groups" / id; }

Result<std::optional<GroupPicture>> completedGroup(const EvaluationPlan& plan, const EvaluationGroup& group,
                                                   const std::shared_ptr<completion::CompletionListener>& listener,
                                                   const std::stop_token& stop) {
  CompletionRequest asked;
  asked.settings = plan.settings;
  asked.modelFolders = plan.models;
  asked.references.resize(group.references.size());
  const auto method = chosenMethod(plan.options.how, asked, plan.methods.get());
  if (!method) return method.failure();
  const Result<CompletionRequest> request = requestOf(plan, group, (*method)->traits());
  if (!request) return request.failure();
  const fs::path folder = outputFolderOf(plan.options, group.id);
  if (auto kept = keptResult(plan, *request, folder)) return kept;
  const auto start = ProgressLines::Clock::now();
  const completion::CompletionOutcome outcome = runToEnd(*request, *method, listener, stop);
  if (const auto* failure = std::get_if<Failure>(&outcome)) return *failure;
  const auto* candidates = std::get_if<std::vector<completion::Candidate>>(&outcome);
  if (candidates == nullptr || candidates->empty() || stop.stop_requested()) return std::optional<GroupPicture>();
  const double seconds = std::chrono::duration<double>(ProgressLines::Clock::now() - start).count();
  if (const Result<void> good = writeBoth(folder, *request, candidates->front()); !good) return good.failure();
  return std::optional(GroupPicture{folder / "result.png", seconds, false});
}

Result<std::optional<GroupPicture>> pictureMadeElsewhere(const fs::path& folder, const std::string& id) {
  const Result<fs::path> file = foundElsewhere(folder, id);
  if (!file) return file.failure();
  return std::optional(GroupPicture{*file, std::nullopt, false});
}

}  // namespace retailor::command_line
