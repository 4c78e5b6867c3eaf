#include "app/command_line/chosen_method.h"

#include "app/command_line/heeded_settings.h"
#include "app/command_line/preferred_folders.h"

namespace retailor::command_line {

using completion::CompletionMethod;
using completion::CompletionRequest;

namespace {

Result<std::shared_ptr<CompletionMethod>> methodNamed(const std::string& key, const app::Methods& methods) {
  std::string known;
  for (const auto& method : methods) {
    if (method->traits().key == key) return method;
    known += (known.empty() ? "" : ", ") + method->traits().key;
  }
  return badInput("There is no completion method '" + key + "'; this Retailor has " + known + ".");
}

Result<void> checkReady(const CompletionMethod& method, const completion::ModelFolders& folders) {
  const completion::MethodReadiness readiness = method.readiness(folders);
  if (readiness.ready()) return {};
  const completion::MissingFile& first = readiness.missing.front();
  return Failure{FailureKind::MissingWeights, "The method " + method.traits().key + " lacks " + first.what + ", looked for at " +
                                                  first.where + "; name the model's folder with --model."};
}

}  // namespace

completion::ModelFolders modelFoldersOf(const CompleteOptions& options) {
  completion::ModelFolders folders{options.modelFolders, {}};
  for (const auto& folder : preferredModelFolders()) folders.preferred.push_back(folder.string());
  return folders;
}

Result<std::shared_ptr<CompletionMethod>> chosenMethod(const CompleteOptions& options, const CompletionRequest& request,
                                                       const Result<app::Methods>& methods) {
  if (!methods) return methods.failure();
  Result<std::shared_ptr<CompletionMethod>> method = methodNamed(request.settings.method, *methods);
  if (!method) return method;
  const completion::MethodTraits& traits = (*method)->traits();
  if (const Result<void> good = checkHeeded(options, request.settings, traits); !good) return good.failure();
  if (traits.maxReferences > 0 && request.references.size() > static_cast<std::size_t>(traits.maxReferences))
    return badInput("The method " + traits.key + " takes no more references than " + std::to_string(traits.maxReferences) + ", but " +
                    std::to_string(request.references.size()) + " are given; leave out those that matter least.");
  if (const Result<void> good = checkReady(**method, request.modelFolders); !good) return good.failure();
  return method;
}

}  // namespace retailor::command_line
