#include "app/window/found_models.h"

#include <exception>
#include <new>

#include "app/models/model_report.h"
#include "app/models/model_uses.h"
#include "app/networks_library.h"
#include "core/download/fetch_model.h"
#include "core/neural/weights/folder/find_models.h"

namespace retailor::app {
namespace {

namespace fs = std::filesystem;

// Weight files and servers are not to be trusted, and work on a pool thread must not throw.
template <class T, class Work>
Result<T> guarded(const Work& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "The models' tables do not fit in memory. Close other programs."};
  } catch (const std::exception& problem) {
    return Failure{FailureKind::Internal, std::string("Something went wrong that should not: ") + problem.what() + ". Please report it."};
  }
}

ui::SearchedBecause shown(weights::SearchedBecause because) {
  switch (because) {
    case weights::SearchedBecause::Environment: return ui::SearchedBecause::Environment;
    case weights::SearchedBecause::HubCache: return ui::SearchedBecause::HubCache;
    case weights::SearchedBecause::DataFolder: return ui::SearchedBecause::DataFolder;
    case weights::SearchedBecause::Asked:
    case weights::SearchedBecause::Preferences: break;
  }
  return ui::SearchedBecause::Preferences;
}

ui::ModelPart shown(const PartReport& part) {
  using State = ui::ModelPart::State;
  const State state = part.state == PartState::Good ? State::Good : part.state == PartState::Missing ? State::Missing : State::Refused;
  return {part.name, state, part.file.string(), part.format, part.precision, part.bytes, part.sha256, part.problem};
}

std::vector<ui::ModelPart> shown(const std::vector<PartReport>& parts) {
  std::vector<ui::ModelPart> all;
  all.reserve(parts.size());
  for (const PartReport& part : parts) all.push_back(shown(part));
  return all;
}

ui::ListedModel shown(const weights::FoundModel& found, const std::vector<ModelUse>& uses, const std::stop_token& stop) {
  ui::ListedModel model{found.name, found.kind, found.path.string(), shown(found.because), {}, {}, {}};
  const auto report = guarded<ModelReport>([&] { return reportOn(found.path, Thoroughness::Quick, stop); });
  if (!report) {
    model.problem = report.failure().sentence;
    return model;
  }
  model.licence = licenceOf(report->licence, uses);
  model.parts = shown(report->parts);
  return model;
}

ui::ModelList list(const QStringList& preferred, const std::stop_token& stop) {
  std::vector<fs::path> folders;
  for (const QString& folder : preferred) folders.emplace_back(folder.toStdString());
  const auto searched = weights::modelSearchPath({}, folders);
  ui::ModelList all;
  for (const auto& folder : searched) {
    std::error_code ignored;
    all.places.push_back({folder.path.string(), shown(folder.because), fs::is_directory(folder.path, ignored)});
  }
  completion::ModelFolders own;
  for (const fs::path& folder : folders) own.preferred.push_back(folder.string());
  const auto onPath = weights::findModels(searched);
  for (const weights::FoundModel& found : onPath)
    if (!stop.stop_requested()) all.models.push_back(shown(found, usesOf(found, own, onPath), stop));
  return all;
}

Result<std::vector<ui::ModelPart>> check(const std::string& path, const PartBegins& begins, const std::stop_token& stop) {
  return guarded<std::vector<ui::ModelPart>>([&]() -> Result<std::vector<ui::ModelPart>> {
    const auto report = reportOn(path, Thoroughness::Whole, stop, begins, checkSettings);
    if (!report) return report.failure();
    return shown(report->parts);
  });
}

ui::PlannedFile shown(const download::PlannedFile& file) {
  return {file.path, file.expected.bytes, file.expected.hash.digits, file.isThere};
}

Result<bool> carryOut(const download::FetchPlan& plan, const ui::DownloadProgress& progress, const std::stop_token& stop) {
  return guarded<bool>([&]() -> Result<bool> {
    const auto heard = [&](const download::PlannedFile& file, std::uintmax_t have, std::uintmax_t all) { progress(file.path, have, all); };
    const auto fetched = download::carryOut(plan, {}, heard, stop);
    if (!fetched) return fetched.failure();
    return *fetched == download::Fetched::Whole;
  });
}

Result<ui::DownloadPlan> planFor(const ui::OfferedModel& offer, const std::string& mirror, const std::string& target,
                                 const std::stop_token& stop) {
  return guarded<ui::DownloadPlan>([&]() -> Result<ui::DownloadPlan> {
    for (const auto& model : download::knownModels()) {
      if (model.name != offer.name) continue;
      const auto plan = download::planFetch(model, mirror, target, {}, stop);
      if (!plan) return plan.failure();
      ui::DownloadPlan planned;
      for (const auto& file : plan->files) planned.files.push_back(shown(file));
      planned.bytesToFetch = plan->bytesToFetch();
      planned.carryOut = [plan = *plan](const ui::DownloadProgress& progress, const std::stop_token& halt) {
        return carryOut(plan, progress, halt);
      };
      return planned;
    }
    return badInput("There is no model named “" + offer.name + "”.");
  });
}

}  // namespace

ui::ModelSource modelSource() {
  ui::ModelSource source;
  source.list = list;
  source.check = check;
  for (const auto& model : download::knownModels()) source.offers.push_back({model.name, model.purpose, model.repository, model.licence});
  source.standardMirror = "https://huggingface.co";
  source.downloadFolder = weights::dataFolder().string();
  source.plan = planFor;
  return source;
}

}  // namespace retailor::app
