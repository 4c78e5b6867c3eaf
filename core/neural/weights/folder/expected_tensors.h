#pragma once

#include <string>
#include <vector>

#include "core/neural/weights/folder/model_folder.h"

namespace retailor::weights {

// The names that a U-Net, an autoencoder or a text encoder of the Stable Diffusion 1 family, or a SegFormer, with this config.json consists
// of. `className` is "UNet2DConditionModel", "AutoencoderKL", "CLIPTextModel" or "SegformerForSemanticSegmentation"; empty for any other
// class, and for a config that is none of theirs.
std::vector<std::string> expectedTensors(const std::string& className, const std::string& config);

// What of it the component's file lacks: a file that was cut and mended, or belongs to another config. The part's class is its config's, or
// what its name usually holds.
std::vector<std::string> missingTensors(const Component& component);

}  // namespace retailor::weights
