#include "app/command_line/models_fetch.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>

#include "app/command_line/terminal_text.h"
#include "core/download/fetch_model.h"
#include "core/neural/weights/folder/find_models.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;
using download::CatalogueModel;
using download::FetchPlan;
using download::PlannedFile;

double megabytes(std::uintmax_t bytes) { return static_cast<double>(bytes) / 1e6; }

void printModel(const CatalogueModel& model) {
  std::printf("%-22s %s\n%-22s from %s (%s), licence %s\n", model.name.c_str(), model.purpose.c_str(), "", model.repository.c_str(),
              model.revision.c_str(), model.licence.empty() ? "not told" : model.licence.c_str());
}

void printPlan(const CatalogueModel& model, const FetchPlan& plan) {
  printModel(model);
  std::printf("into %s\n", plan.target.c_str());
  for (const PlannedFile& file : plan.files) {
    const std::string hash = file.expected.hash.isKnown()
                                 ? (file.expected.hash.digits.size() == 64 ? "sha256 " : "git ") + file.expected.hash.digits
                                 : "no hash told";
    std::printf("  %-50s %10.2f MB  %s%s\n", file.path.c_str(), megabytes(file.expected.bytes), hash.c_str(),
                file.isThere ? "  (there already)" : "");
  }
  std::printf("to fetch: %.2f MB\n", megabytes(plan.bytesToFetch()));
}

// A line for a file that begins or ends, and once a second between.
class ProgressLine {
 public:
  void operator()(const PlannedFile& file, std::uintmax_t have, std::uintmax_t all) {
    const auto now = std::chrono::steady_clock::now();
    if (have < all && now - m_last < std::chrono::seconds(1)) return;
    m_last = now;
    std::fprintf(stderr, "%s  %.1f of %.1f MB\n", file.path.c_str(), megabytes(have), megabytes(all));
  }

 private:
  std::chrono::steady_clock::time_point m_last;
};

fs::path targetFor(const FetchOptions& options) { return options.to.empty() ? weights::dataFolder() / options.name : options.to; }

ExitCode fetch(const CatalogueModel& model, const FetchOptions& options, const std::stop_token& stop) {
  download::Patience patience;
  patience.stalledSeconds = options.stalledSeconds;
  patience.pauseSeconds = std::min(patience.pauseSeconds, options.stalledSeconds);
  const auto plan = download::planFetch(model, options.mirror, targetFor(options), patience, stop);
  if (stop.stop_requested()) return ExitCode::Cancelled;
  if (!plan) return failed(plan.failure());
  printPlan(model, *plan);
  std::fflush(stdout);
  if (options.onlyPlan) return ExitCode::Done;
  const auto fetched = download::carryOut(*plan, patience, ProgressLine(), stop);
  if (!fetched) return failed(fetched.failure());
  if (*fetched == download::Fetched::Stopped) {
    std::fprintf(stderr, "retailor-cli: Stopped; the same command goes on from here.\n");
    return ExitCode::Cancelled;
  }
  std::printf("fetched; retailor-cli models check tells what is there\n");
  return ExitCode::Done;
}

ExitCode run(const FetchOptions& options, const std::stop_token& stop) {
  const auto models = options.catalogue.empty() ? Result(download::knownModels()) : download::readCatalogue(options.catalogue);
  if (!models) return failed(models.failure());
  if (options.name.empty()) {
    for (const CatalogueModel& model : *models) printModel(model);
    return ExitCode::Done;
  }
  const auto model = std::ranges::find(*models, options.name, &CatalogueModel::name);
  if (model == models->end())
    return failed(badInput("There is no model named “" + options.name + "”; retailor-cli models fetch lists those that can be fetched."));
  return fetch(*model, options, stop);
}

}  // namespace

void addFetchOptions(CLI::App& fetch, FetchOptions& options) {
  fetch.add_option("NAME", options.name, "The model; without it, those that can be fetched are listed");
  fetch.add_option("--to", options.to, "The folder for its files (default: NAME in the data folder)")->type_name("DIR");
  fetch.add_option("--mirror", options.mirror, "Another hub's address, or a folder with a copy of the model")->type_name("URL|DIR");
  fetch.add_option("--catalogue", options.catalogue, "A list of models of your own")->type_name("FILE");
  fetch.add_flag("--plan", options.onlyPlan, "Only show what would be fetched");
  fetch.add_option("--stall-seconds", options.stalledSeconds, "Give a silent connection up after so long (default 30)")
      ->check(CLI::Range(1, 3600));
}

ExitCode fetchModel(const FetchOptions& options, const std::stop_token& stop) {
  try {
    return run(options, stop);
  } catch (const std::exception& problem) {
    return failed({FailureKind::Internal, std::string("Something went wrong that should not: ") + problem.what() + ". Please report it."});
  }
}

}  // namespace retailor::command_line
