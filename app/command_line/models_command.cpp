#include "app/command_line/models_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>

#include "app/command_line/preferred_folders.h"
#include "app/command_line/terminal_text.h"
#include "app/models/model_report.h"
#include "app/models/model_uses.h"
#include "app/networks_library.h"
#include "core/neural/weights/folder/find_models.h"

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;
using app::ModelReport;
using app::PartReport;
using app::PartState;
using app::Thoroughness;
using weights::FoundModel;
using weights::SearchedBecause;

const char* reason(SearchedBecause because) {
  switch (because) {
    case SearchedBecause::Asked: return "--model";
    case SearchedBecause::Environment: return "RETAILOR_MODELS";
    case SearchedBecause::Preferences: return "preferences";
    case SearchedBecause::HubCache: return "hub cache";
    case SearchedBecause::DataFolder: return "data folder";
  }
  return "";
}

std::string sizeOf(std::uintmax_t bytes) {
  constexpr double thousand = 1000;
  double size = static_cast<double>(bytes);
  const char* unit = "B";
  for (const char* next : {"kB", "MB", "GB"}) {
    if (size < thousand) break;
    size /= thousand;
    unit = next;
  }
  char text[32];
  std::snprintf(text, sizeof text, bytes < 1000 ? "%.0f %s" : "%.2f %s", size, unit);
  return text;
}

void printSearched(const std::vector<weights::SearchedFolder>& folders) {
  std::printf("searched:\n");
  for (const auto& folder : folders) {
    std::error_code ignored;
    const char* absent = fs::exists(folder.path, ignored) ? "" : "  (not there)";
    std::printf("  %-15s %s%s\n", reason(folder.because), printable(folder.path.string()).c_str(), absent);
  }
}

void printFound(const FoundModel& model) {
  std::printf("%s\n  %-15s %s\n  %-15s %s (%s)\n", printable(model.name).c_str(), "kind", printable(model.kind).c_str(), "found",
              printable(model.path.string()).c_str(), reason(model.because));
}

void printUses(const std::vector<app::ModelUse>& uses) {
  for (const app::ModelUse& use : uses) {
    std::printf("  %-15s %s: %s\n  %-15s %s\n", "serves", use.method.c_str(), printable(use.title).c_str(), "licence",
                printable(use.licence).c_str());
    if (!use.problem.empty()) std::printf("  %-15s %s\n", "LACKS", printable(use.problem).c_str());
  }
}

// What a model is made up of whose pieces lie apart. The first thing that is wrong.
Result<void> printPieces(const std::vector<app::ModelUse>& uses) {
  for (const app::ModelUse& use : uses)
    for (const app::PartOrigin& piece : use.pieces)
      std::printf("  %-15s %s%s\n", piece.part.c_str(),
                  piece.problem.empty() ? "from " : "MISSING: ", printable(piece.problem.empty() ? piece.file : piece.problem).c_str());
  for (const app::ModelUse& use : uses)
    if (!use.problem.empty()) return Failure{FailureKind::MissingWeights, use.problem};
  return {};
}

// Other pieces of a model may lie anywhere on the search path, whatever part of it a command looks at.
std::vector<app::ModelUse> usesOf(const FoundModel& model, const ModelsOptions& options) {
  const auto preferred = preferredModelFolders();
  completion::ModelFolders folders;
  for (const fs::path& folder : options.searched) folders.named.push_back(folder.string());
  for (const fs::path& folder : preferred) folders.preferred.push_back(folder.string());
  return app::usesOf(model, folders, weights::findModels(weights::modelSearchPath(options.searched, preferred)));
}

void printPart(const PartReport& part) {
  if (part.state != PartState::Good) {
    std::printf("  %-15s %s: %s\n", printable(part.name).c_str(), part.state == PartState::Missing ? "MISSING" : "REFUSED",
                printable(part.problem).c_str());
    return;
  }
  std::printf("  %-15s good  %s, %s%s%s", printable(part.name).c_str(), part.format.c_str(), part.precision.c_str(),
              part.precision.empty() ? "" : ", ", sizeOf(part.bytes).c_str());
  if (part.tensors > 0) std::printf(", %zu tensors", part.tensors);
  std::printf("\n  %-15s       %s\n", "", printable(part.file.string()).c_str());
  if (!part.sha256.empty()) std::printf("  %-15s       sha256 %s\n", "", part.sha256.c_str());
}

// The models that were asked for: folders and files by their paths, the others by their names among those found.
Result<std::vector<FoundModel>> modelsAskedFor(const ModelsOptions& options, const std::vector<weights::SearchedFolder>& folders) {
  const std::vector<FoundModel> found = weights::findModels(folders);
  if (options.asked.empty()) return found;
  std::vector<FoundModel> chosen;
  for (const std::string& asked : options.asked) {
    std::error_code ignored;
    const auto named = std::ranges::find(found, asked, &FoundModel::name);
    if (named != found.end())
      chosen.push_back(*named);
    else if (fs::exists(asked, ignored) || asked.find('/') != std::string::npos)
      chosen.push_back({fs::path(asked).filename().string(), asked, "", SearchedBecause::Asked});
    else
      return badInput("There is no model named “" + asked + "”; retailor-cli models list shows those that were found.");
  }
  return chosen;
}

// The first thing that is wrong with the model; success when there is none.
Result<void> checkOne(const FoundModel& model, const ModelsOptions& options, const std::stop_token& stop) {
  printFound(model);
  const auto thoroughness = options.quick ? Thoroughness::Quick : Thoroughness::Whole;
  const app::SettingsCheck check = options.quick ? app::SettingsCheck() : app::checkSettings;
  const Result<ModelReport> report = app::reportOn(model.path, thoroughness, stop, {}, check);
  if (!report) {
    std::printf("  %-15s %s\n", "REFUSED", printable(report.failure().sentence).c_str());
    return report.failure();
  }
  std::printf("  %-15s %s\n", "licence",
              report->licence.empty() ? "not told by its folder; see where it was published" : report->licence.c_str());
  for (const PartReport& part : report->parts) printPart(part);
  const auto uses = usesOf(model, options);
  printUses(uses);
  const Result<void> whole = printPieces(uses);
  for (const PartReport& part : report->parts)
    if (part.state != PartState::Good) return Failure{FailureKind::MissingWeights, part.problem};
  return whole;
}

ExitCode check(const ModelsOptions& options, const std::stop_token& stop) {
  std::vector<weights::SearchedFolder> folders = weights::modelSearchPath(options.searched, preferredModelFolders());
  // Asked to look in some folders, a check looks in those alone.
  if (!options.searched.empty()) std::erase_if(folders, [](const auto& folder) { return folder.because != SearchedBecause::Asked; });
  const auto models = modelsAskedFor(options, folders);
  if (!models) return failed(models.failure());
  if (models->empty() && options.searched.size() == 1) {
    const Result<ModelReport> report = app::reportOn(options.searched.front(), Thoroughness::Quick, stop);
    if (!report) return failed(report.failure());
  }
  if (models->empty()) {
    printSearched(folders);
    return failed({FailureKind::MissingWeights,
                   "No model was found. Put a model's folder into one of the places that were searched, or name it with --model."});
  }
  Result<void> first;
  for (const FoundModel& model : *models) {
    if (stop.stop_requested()) return ExitCode::Cancelled;
    if (auto checked = checkOne(model, options, stop); !checked && first) first = checked;
  }
  if (stop.stop_requested()) return ExitCode::Cancelled;
  return first ? ExitCode::Done : failed(first.failure());
}

template <class Work>
ExitCode guarded(const Work& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return failed({FailureKind::OutOfMemory, "The models' tables do not fit in memory. Close other programs."});
  } catch (const std::exception& problem) {
    return failed({FailureKind::Internal, std::string("Something went wrong that should not: ") + problem.what() + ". Please report it."});
  }
}

}  // namespace

void addModelsOptions(CLI::App& list, CLI::App& check, ModelsOptions& options) {
  for (CLI::App* command : {&list, &check})
    command->add_option("--model", options.searched, "A model, or a folder of models; may be given again")->type_name("DIR");
  check.add_option("MODEL", options.asked, "A model's name, folder or file; all models that are found otherwise");
  check.add_flag("--quick", options.quick, "Do not read every byte: no hash, no search for broken numbers");
}

ExitCode listModels(const ModelsOptions& options) {
  return guarded([&] {
    const auto folders = weights::modelSearchPath(options.searched, preferredModelFolders());
    const std::vector<FoundModel> models = weights::findModels(folders);
    for (const FoundModel& model : models) {
      printFound(model);
      printUses(usesOf(model, options));
    }
    if (models.empty()) std::printf("No model was found.\n");
    printSearched(folders);
    return ExitCode::Done;
  });
}

ExitCode checkModels(const ModelsOptions& options, const std::stop_token& stop) {
  return guarded([&] { return check(options, stop); });
}

}  // namespace retailor::command_line
