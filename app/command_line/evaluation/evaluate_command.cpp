#include "app/command_line/evaluation/evaluate_command.h"

#include <exception>
#include <new>
#include <nlohmann/json.hpp>
#include <span>

#include "app/command_line/chosen_method.h"
#include "app/command_line/evaluation/evaluation_progress.h"
#include "app/command_line/evaluation/group_run.h"
#include "app/command_line/evaluation/installed_metrics.h"
#include "app/command_line/evaluation/score_group.h"
#include "app/command_line/evaluation/sheet_pages.h"
#include "core/completion/recipe.h"
#include "core/evaluation/score_tables.h"
#include "core/image/write_photo.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;
using evaluation::Evaluation;
using evaluation::GroupScore;

constexpr const char* kCancelled = "Cancelled; the groups that were finished are kept, and the same command goes on from there.";

Result<void> writeText(const fs::path& file, const std::string& text) { return image::writeWhole(file, std::as_bytes(std::span(text))); }

std::string settingsText(const completion::CompletionSettings& settings) {
  completion::Recipe recipe;
  recipe.settings = settings;
  return nlohmann::ordered_json::parse(completion::toJson(recipe))["settings"].dump();
}

// Whether the method can run at all, found out before the first group.
Result<void> checkMethod(const EvaluationPlan& plan) {
  completion::CompletionRequest asked;
  asked.settings = plan.settings;
  asked.modelFolders = plan.models;
  const auto method = chosenMethod(plan.options.how, asked, plan.methods.get());
  return method ? Result<void>() : method.failure();
}

class Evaluating {
 public:
  Evaluating(const EvaluationPlan& plan, InstalledMetrics metrics, ProgressLines& lines, const std::stop_token& stop)
      : m_plan(plan), m_metrics(std::move(metrics)), m_lines(lines), m_stop(stop), m_pages(plan.options.output) {}

  ExitCode run(const std::vector<fs::path>& folders) {
    EvaluationProgress progress(m_lines, static_cast<int>(folders.size()));
    for (const fs::path& folder : folders) {
      const Result<std::optional<GroupScore>> score = guardedScore(folder, progress);
      if (m_stop.stop_requested() || (score && !*score)) return m_lines.cancelled(kCancelled);
      keep(folder, score, progress);
    }
    return finish(progress);
  }

 private:
  // Whatever one group runs into, the next ones are to have their turn.
  Result<std::optional<GroupScore>> guardedScore(const fs::path& folder, EvaluationProgress& progress) {
    try {
      return scored(folder, progress);
    } catch (const std::bad_alloc&) {
      return Failure{FailureKind::OutOfMemory, folder.string() + ": its pictures do not fit in memory; use smaller ones."};
    } catch (const std::exception& problem) {
      return Failure{FailureKind::Internal,
                     folder.string() + ": something went wrong that should not: " + problem.what() + ". Please report it."};
    }
  }

  Result<std::optional<GroupScore>> scored(const fs::path& folder, EvaluationProgress& progress) {
    const Result<evaluation::EvaluationGroup> group = evaluation::readGroup(folder);
    if (!group) return group.failure();
    const EvaluateOptions& options = m_plan.options;
    const auto made = options.results.empty() ? completedGroup(m_plan, *group, progress.listener(group->id), m_stop)
                                              : pictureMadeElsewhere(options.results, group->id);
    if (!made) return made.failure();
    if (!*made) return std::optional<GroupScore>();
    ScoredPictures pictures;
    const Result<GroupScore> score = scoreGroup(*group, **made, m_metrics.networks.get(), pictures, m_stop);
    if (!score) return score.failure();
    if (m_stop.stop_requested()) return std::optional<GroupScore>();
    if (const Result<void> good = writeScore(*score); !good) return good.failure();
    if (const Result<void> good = m_pages.add(*score, pictures); !good) return good.failure();
    return std::optional(*score);
  }

  Result<void> writeScore(const GroupScore& score) {
    const fs::path folder = outputFolderOf(m_plan.options, score.id);
    std::error_code problem;
    fs::create_directories(folder, problem);
    return writeText(folder / "score.json", evaluation::toJson(score, m_plan.options.how.modelFolders));
  }

  void keep(const fs::path& folder, const Result<std::optional<GroupScore>>& score, EvaluationProgress& progress) {
    GroupScore over = score ? **score : GroupScore{.id = folder.filename().string(), .failure = score.failure()};
    progress.groupOver(over);
    if (over.failure && m_code == ExitCode::Done) m_code = exitCodeOf(over.failure->kind);
    m_scores.push_back(std::move(over));
  }

  Evaluation report() {
    Evaluation report{.folder = m_plan.options.folder.string(), .program = "Retailor " RETAILOR_VERSION, .groups = m_scores};
    if (m_plan.options.results.empty()) report.method = m_plan.settings.method, report.settings = settingsText(m_plan.settings);
    report.notInstalled = m_metrics.lacking;
    if (m_metrics.networks == nullptr) return report;
    report.networks = m_metrics.networks->networks();
    report.libtorchVersion = m_metrics.networks->libtorchVersion();
    return report;
  }

  ExitCode finish(const EvaluationProgress& progress) {
    const Evaluation all = report();
    std::vector<fs::path> files;
    for (const auto& [name, text] :
         {std::pair("table.md", evaluation::markdownTable(all)), std::pair("table.csv", evaluation::csvTable(all)),
          std::pair("results.json", evaluation::resultsJson(all))}) {
      files.push_back(m_plan.options.output / name);
      if (const Result<void> good = writeText(files.back(), text); !good) return m_lines.failed(good.failure());
    }
    const auto pages = m_pages.finish();
    if (!pages) return m_lines.failed(pages.failure());
    files.insert(files.end(), pages->begin(), pages->end());
    if (progress.failures() > 0)
      m_lines.note(std::to_string(progress.failures()) + " of " + std::to_string(all.groups.size()) +
                   " groups failed; the tables leave them out.");
    m_lines.done(files);
    return m_code;
  }

  const EvaluationPlan& m_plan;
  InstalledMetrics m_metrics;
  ProgressLines& m_lines;
  std::stop_token m_stop;
  SheetPages m_pages;
  std::vector<GroupScore> m_scores;
  ExitCode m_code = ExitCode::Done;  // the first failure's
};

ExitCode evaluateWith(const EvaluateOptions& options, const MethodsToCome& methods, const std::stop_token& stop, ProgressLines& lines) {
  const Result<std::vector<fs::path>> folders = evaluation::groupFolders(options.folder);
  if (!folders) return lines.failed(folders.failure());
  const Result<completion::CompletionSettings> settings = evaluationSettings(options);
  if (!settings) return lines.failed(settings.failure());
  const EvaluationPlan plan{options, *settings, modelFoldersOf(options.how), methods};
  if (options.results.empty())
    if (const Result<void> good = checkMethod(plan); !good) return lines.failed(good.failure());
  if (const Result<void> good = checkEvaluationOutput(options); !good) return lines.failed(good.failure());
  return Evaluating(plan, installedMetrics(plan.models, stop), lines, stop).run(*folders);
}

}  // namespace

ExitCode runEvaluate(const EvaluateOptions& options, const MethodsToCome& methods, const std::stop_token& stop, ProgressLines& lines) {
  try {
    return evaluateWith(options, methods, stop, lines);
  } catch (const std::bad_alloc&) {
    return lines.failed({FailureKind::OutOfMemory, "The evaluation does not fit in memory; close other programs."});
  } catch (const std::exception& problem) {
    return lines.failed(
        {FailureKind::Internal, std::string("Something went wrong that should not: ") + problem.what() + ". Please report it."});
  }
}

}  // namespace retailor::command_line
