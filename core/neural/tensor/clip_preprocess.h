#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/resample/resize_like_pillow.h"
#include "core/result.h"

namespace retailor::neural {

// How a picture becomes what CLIP's image encoder takes: the settings of a CLIPImageProcessor (preprocessor_config.json).
struct ClipPreprocess {
  bool resizes = true;
  int shortSide = 224;  // 0: to exactly `height` x `width`
  int height = 224;
  int width = 224;
  resample::Filter filter = resample::Filter::Bicubic;
  bool crops = true;  // from the middle; what is lacking is black
  int cropHeight = 224;
  int cropWidth = 224;
  double factor = 1 / 255.0;  // 1: samples stay 0..255
  bool normalises = true;
  std::array<float, 3> mean{0.48145466F, 0.4578275F, 0.40821073F};
  std::array<float, 3> deviation{0.26862954F, 0.26130258F, 0.27577711F};

  // `json`: the file's text; "{}" gives the defaults above. MissingWeights when it cannot be used; `owner` names the file.
  static Result<ClipPreprocess> read(const std::string& json, const std::string& owner);

  // picture: RGB, 8 bits -> [1, 3, h, w] F32 on the CPU, equal to the last bit to the reference.
  at::Tensor pixelsOf(resample::Pixels picture) const;
};

}  // namespace retailor::neural
