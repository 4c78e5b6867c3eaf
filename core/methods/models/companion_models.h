#pragma once

#include <filesystem>
#include <optional>

#include "core/methods/models/method_model.h"

namespace retailor::models {

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
