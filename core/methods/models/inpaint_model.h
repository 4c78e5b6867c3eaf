#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/method_readiness.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::models {

// A model that can complete a photo from a prompt.
struct InpaintModel {
  std::string name;
  weights::ModelFolder folder;
  int channels = 9;  // its U-Net's input: 9 was trained to complete, 4 is led by putting the known part back at every step
};

// The model for the method "inpaint": the first of `asked` that is one; else, on the rest of the search path, the first with 9 channels, then
// the first with 4. MissingWeights when there is none; when a folder was asked for, the sentence is about that folder.
Result<InpaintModel> findInpaintModel(const std::vector<std::string>& asked);

// What is missing for a run, looked for by name only: weights are not opened.
completion::MethodReadiness inpaintReadiness(const std::vector<std::string>& asked);

// An IP-Adapter file and the folder of a CLIP image encoder that goes with it.
struct ImagePromptModel {
  std::filesystem::path adapter;
  weights::ModelFolder encoder;  // has the component "image_encoder"
};

// Looked for in the model's own folder first, then in `asked` and on the rest of the search path. Nothing: references cannot be shown to the model.
std::optional<ImagePromptModel> findImagePromptModel(const InpaintModel& model, const std::vector<std::string>& asked);

// A small distilled autoencoder (TAESD) for previews: the model's part "taesd" or "vae_approx", or one on the search path.
std::optional<weights::Component> findPreviewDecoder(const InpaintModel& model, const std::vector<std::string>& asked);

}  // namespace retailor::models
