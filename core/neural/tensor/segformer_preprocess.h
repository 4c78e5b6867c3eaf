#pragma once

#include <string>

#include "core/neural/tensor/clip_preprocess.h"

namespace retailor::neural {

// How a picture becomes what a SegFormer takes: the settings of a SegformerImageProcessor (preprocessor_config.json, also as the older
// SegformerFeatureExtractor wrote it), with its defaults: 512 × 512 without regard to the picture's shape, bilinear, ImageNet's colours.
// A picture is always resized, even where the settings leave that to their reader. MissingWeights when the settings cannot be used, sides
// outside 32..2048 included; `owner` names the file.
Result<ClipPreprocess> segformerPreprocess(const std::string& json, const std::string& owner);

}  // namespace retailor::neural
