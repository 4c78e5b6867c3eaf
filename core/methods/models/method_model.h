#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/method_readiness.h"
#include "core/completion/model_folders.h"
#include "core/methods/models/bundle_manifest.h"
#include "core/neural/weights/folder/find_models.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::models {

// A model that a completion method can work with.
struct MethodModel {
  std::string name;
  std::filesystem::path place;  // where the search came upon it
  weights::ModelFolder folder;
  BundleManifest manifest;         // how it is driven: the first shipped bundle that knows it, or the folder's own bundle.json
  std::optional<Failure> problem;  // why that bundle.json cannot be used, or which other model it lacks
  std::filesystem::path base;      // of the model that lends it what it lacks itself; empty: none
};

// The models for a method with networks, the one to take first: those that were named, bases behind what borrows from them; where none was,
// all on the search path: whole ones before those that lack a part, of these in the order of the method's bundles.
std::vector<MethodModel> methodModels(std::string_view method, const completion::ModelFolders& folders);

// What a model that was found serves for: one entry per method, with the bundle it is driven by. `onPath`: all that the search in `folders`
// found, where other pieces of it are looked for.
std::vector<MethodModel> usesOf(const weights::FoundModel& found, const completion::ModelFolders& folders,
                                const std::vector<weights::FoundModel>& onPath);

// The first of methodModels(). MissingWeights when there is none; when a folder was named, the sentence is about that folder.
Result<MethodModel> findMethodModel(std::string_view method, const completion::ModelFolders& folders);

// Where models are looked for, in this order.
std::vector<weights::SearchedFolder> searchPath(const completion::ModelFolders& folders);

// What is missing for a run, looked for by name only: weights are not opened.
completion::MethodReadiness methodReadiness(std::string_view method, const completion::ModelFolders& folders);

}  // namespace retailor::models
