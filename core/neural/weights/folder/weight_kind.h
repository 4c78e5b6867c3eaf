#pragma once

#include <string_view>

#include "core/neural/weights/weight_map.h"

namespace retailor::weights {

// What a weight file holds, told by the names in it and not by its own name.
enum class WeightKind {
  Checkpoint,  // a whole model in the original single-file layout
  UNet,
  Autoencoder,
  TinyAutoencoder,
  TextEncoder,
  ImageEncoder,
  IpAdapter,
  Lora,
  DecoupledAttention,  // Parts2Whole's image cross-attention
  GarmentAttention,    // CatVTON's self-attention
  Bundle,              // several components under prefixes, as MimicBrush and Leffa publish them
  Unknown,
};

WeightKind weightKindOf(const WeightMap& weights);

// For a list of models: "checkpoint", "U-Net", "LoRA".
std::string_view wordFor(WeightKind kind);

// The component's folder in a pipeline: "unet" for a U-Net; "attention" for a garment's attention; empty for what is no component.
std::string_view componentOf(WeightKind kind);

}  // namespace retailor::weights
