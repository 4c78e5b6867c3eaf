#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "core/metrics/models/dreamsim_model.h"
#include "core/neural/models/dino_vision.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::metrics {

inline constexpr std::int64_t dreamSimSide = 224;  // pixels, of every picture that DreamSim looks at

// The weights of one of DreamSim's vision transformers as its file has them, under the names of DINO's authors. MissingWeights: the file is
// missing, refused, or holds no vision transformer.
Result<weights::WeightMap> openTrunk(const DreamSimTrunk& trunk);

// Makes weights, after the adapter has changed them, compute the same with fewer parts: the factors of each layer's output (DINOv2's layer
// scale) go into the layer, positions of another grid become those of 224 pixels. Throws RefusedModel where shapes do not fit together.
void simplifyTrunk(weights::WeightMap& trunk);

// The projection of CLIP and OpenCLIP, "proj" [width, n]. Throws RefusedModel where there is none of that width.
at::Tensor projectionOf(const weights::WeightMap& trunk, std::int64_t width);

// Sizes by the tensors' shapes, heads of 64; the rest by the kind. Throws RefusedModel where shapes do not fit together.
neural::DinoSettings settingsOf(const weights::WeightMap& trunk, DreamSimNetwork network);

}  // namespace retailor::metrics
