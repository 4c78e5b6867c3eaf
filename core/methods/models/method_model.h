#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/method_readiness.h"
#include "core/completion/model_folders.h"
#include "core/methods/models/bundle_manifest.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::models {

// A model that a completion method can work with.
struct MethodModel {
  std::string name;
  std::filesystem::path place;  // where the search came upon it
  weights::ModelFolder folder;
  BundleManifest manifest;         // how it is driven: the first shipped bundle that knows it, or the folder's own bundle.json
  std::optional<Failure> problem;  // why that bundle.json cannot be used
};

// The models for a method with networks, the one to take first: those that were named; where none was, all on the search path: whole ones
// before those that lack a part, of these in the order of the method's bundles.
std::vector<MethodModel> methodModels(std::string_view method, const completion::ModelFolders& folders);

// The first of them. MissingWeights when there is none; when a folder was named, the sentence is about that folder.
Result<MethodModel> findMethodModel(std::string_view method, const completion::ModelFolders& folders);

// What is missing for a run, looked for by name only: weights are not opened.
completion::MethodReadiness methodReadiness(std::string_view method, const completion::ModelFolders& folders);

// An IP-Adapter file and the folder of a CLIP image encoder that goes with it.
struct ImagePromptModel {
  std::filesystem::path adapter;
  weights::ModelFolder encoder;  // has the component "image_encoder"
};

// Looked for in the model's own folder first, then on the search path. Nothing: references cannot be shown to the model.
std::optional<ImagePromptModel> findImagePromptModel(const MethodModel& model, const completion::ModelFolders& folders);

// A small distilled autoencoder (TAESD) for previews: the model's part "taesd" or "vae_approx", or one on the search path.
std::optional<weights::Component> findPreviewDecoder(const MethodModel& model, const completion::ModelFolders& folders);

}  // namespace retailor::models
