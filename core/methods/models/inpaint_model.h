#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/method_readiness.h"
#include "core/completion/model_folders.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::models {

// A model that can complete a photo from a prompt.
struct InpaintModel {
  std::string name;
  std::filesystem::path place;  // where the search came upon it
  weights::ModelFolder folder;
  int channels = 9;  // its U-Net's input: 9 was trained to complete, 4 is led by putting the known part back at every step
};

// The models for the method "inpaint", the one to take first: those that were named; where none was, all on the search path: whole ones
// before those that lack a part, of these the ones with 9 channels before those with 4.
std::vector<InpaintModel> inpaintModels(const completion::ModelFolders& folders);

// The first of them. MissingWeights when there is none; when a folder was named, the sentence is about that folder.
Result<InpaintModel> findInpaintModel(const completion::ModelFolders& folders);

// What is missing for a run, looked for by name only: weights are not opened.
completion::MethodReadiness inpaintReadiness(const completion::ModelFolders& folders);

// An IP-Adapter file and the folder of a CLIP image encoder that goes with it.
struct ImagePromptModel {
  std::filesystem::path adapter;
  weights::ModelFolder encoder;  // has the component "image_encoder"
};

// Looked for in the model's own folder first, then on the search path. Nothing: references cannot be shown to the model.
std::optional<ImagePromptModel> findImagePromptModel(const InpaintModel& model, const completion::ModelFolders& folders);

// A small distilled autoencoder (TAESD) for previews: the model's part "taesd" or "vae_approx", or one on the search path.
std::optional<weights::Component> findPreviewDecoder(const InpaintModel& model, const completion::ModelFolders& folders);

}  // namespace retailor::models
