#pragma once

#include <string>
#include <string_view>

namespace retailor::weights {

// Names of the original single-file layout of Stable Diffusion 1 (CompVis' latent-diffusion) and of diffusers, for the same tensors.

// A tensor's place among the components: "unet" and "down_blocks.0.resnets.0.conv1.weight". Both empty for what is no part of a model:
// averaged copies (model_ema), schedules, losses.
struct ComponentTensor {
  std::string component;
  std::string name;
};
ComponentTensor placeOfOriginal(std::string_view original);

// The other way, for a U-Net without its prefix: "input_blocks.1.0.in_layers.2" for "down_blocks.0.resnets.0.conv1". Takes a tensor's or a
// layer's name; empty for a name that is no U-Net's.
std::string originalUnetName(std::string_view current);

// Without its prefix "model.diffusion_model."; a tensor's or a layer's name.
std::string currentUnetName(std::string_view original);

}  // namespace retailor::weights
