#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <optional>
#include <vector>

#include "core/image/geometry.h"

namespace retailor::regions {

// Scores [1, classes, h, w] F32 enlarged to `size` bilinearly, corners not aligned, and of every pixel the id of the greatest, row by row.
// In bands of rows, so that scores of 24 megapixels need not lie in memory at once. `heard` is told the share that is done; false from it
// stops, and nothing comes back.
std::optional<std::vector<std::uint32_t>> likeliestClasses(const at::Tensor& scores, image::Size size,
                                                           const std::function<bool(double share)>& heard);

}  // namespace retailor::regions
