#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/metrics/models/dreamsim_model.h"
#include "core/neural/weights/folder/find_models.h"

namespace retailor::metrics {

// Weight files for metrics on this machine. Empty paths: not found.
struct MetricModels {
  std::filesystem::path alexTrunk;         // AlexNet of torchvision: alexnet*.pth or .safetensors
  std::filesystem::path alexHeads;         // of the lpips package, version 0.1: alex.pth or .safetensors
  std::filesystem::path vggTrunk;          // vgg16*.pth or .safetensors
  std::filesystem::path vggHeads;          // vgg.pth or .safetensors
  std::filesystem::path dino;              // dino_deitsmall16_pretrain.pth or .safetensors, or the folder dino-vits16
  std::filesystem::path clip;              // the folder clip-vit-base-patch32, else clip-vit-large-patch14
  std::string clipName, dinoName;          // as they are reported
  DreamSimModel dreamSim, dreamSimSingle;  // the ensemble; the first of the models of one network

  bool any() const { return hasLpips() || hasLpipsVgg() || !dino.empty() || !clip.empty() || hasDreamSim(); }
  bool hasDreamSim() const { return dreamSim.isComplete() || dreamSimSingle.isComplete(); }
  bool hasLpips() const { return !alexTrunk.empty() && !alexHeads.empty(); }
  bool hasLpipsVgg() const { return !vggTrunk.empty() && !vggHeads.empty(); }
};

// The first of each on the search path: in its folders, or no more than three folders deeper (heads lie in lpips/weights/v0.1);
// repositories of the hub cache by their names. Only names and headers are read.
MetricModels findMetricModels(const std::vector<weights::SearchedFolder>& searchPath);

}  // namespace retailor::metrics
