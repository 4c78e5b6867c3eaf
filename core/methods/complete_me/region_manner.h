#pragma once

#include "core/methods/diffusion/region_references.h"
#include "core/neural/weights/folder/model_folder.h"

namespace retailor::complete_me {

// How the model in a folder reads references. One with a reference_unet is trained to: every block reads, masked tokens are dropped. Any
// other is helped to (Zhang 2023, reference-only control): blocks on the way up and in the middle read, and seven tenths of what they find
// count. A file references.json in the folder may say otherwise: {"mask": "drop" or "zero", "blocks": "full" or "midup", "blend": 0..1}.
// MissingWeights names what is wrong in that file.
Result<diffusion::RegionManner> regionMannerOf(const weights::ModelFolder& folder);

}  // namespace retailor::complete_me
