#include "app/models/model_uses.h"

#include <algorithm>

namespace retailor::app {
namespace {

constexpr const char* restriction = "not for commercial use";

PartOrigin originOf(const models::MethodModel& model, const std::string& part) {
  if (part == "scheduler" || part == "tokenizer") {
    const auto folder = model.folder.folderOf(part);
    return folder ? PartOrigin{part, folder->string(), {}} : PartOrigin{part, {}, folder.failure().sentence};
  }
  const auto component = model.folder.component(part, weights::Precision::Fp32);
  return component ? PartOrigin{part, component->weights.file.string(), {}} : PartOrigin{part, {}, component.failure().sentence};
}

ModelUse useOf(const models::MethodModel& model) {
  const models::BundleManifest& bundle = model.manifest;
  ModelUse use{bundle.method, bundle.title, bundle.licence, {}, model.problem ? model.problem->sentence : std::string()};
  if (!bundle.commercial) use.licence += std::string(", ") + restriction;
  if (bundle.base.empty()) return use;
  for (const std::string& part : bundle.parts) use.pieces.push_back(originOf(model, part));
  const auto broken = std::ranges::find_if(use.pieces, [](const PartOrigin& piece) { return !piece.problem.empty(); });
  if (use.problem.empty() && broken != use.pieces.end()) use.problem = broken->problem;
  return use;
}

}  // namespace

std::vector<ModelUse> usesOf(const weights::FoundModel& found, const completion::ModelFolders& folders,
                             const std::vector<weights::FoundModel>& onPath) {
  std::vector<ModelUse> uses;
  for (const models::MethodModel& model : models::usesOf(found, folders, onPath)) uses.push_back(useOf(model));
  return uses;
}

std::string licenceOf(const std::string& told, const std::vector<ModelUse>& uses) {
  const auto restricted = std::ranges::find_if(uses, [](const ModelUse& use) { return use.licence.ends_with(restriction); });
  if (restricted == uses.end()) return told;
  return told.empty() ? restricted->licence : told + ", " + restriction;
}

}  // namespace retailor::app
