#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/labels.h"
#include "core/result.h"

namespace retailor::mask {

// For each pixel the chance that a random walk from it, which shuns edges, meets a seed of each label first (Grady 2006, Random Walks for
// Image Segmentation).
struct RandomWalk {
  image::Size size;
  std::vector<std::vector<double>> chances;  // [label - 1][y * width + x], 0..1; of each pixel they sum to 1

  double chance(int label, int x, int y) const {
    return chances[static_cast<std::size_t>(label - 1)]
                  [static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) + static_cast<std::size_t>(x)];
  }
  Labels likeliest() const;
};

// Each pixel is tied to its eight neighbours by exp(-b·|ΔLab|²) + 1e-6, b = 2 / mean |ΔLab|², a diagonal tie by 1/√2 of that; one
// sparse Cholesky factor serves all labels. `picture` is sRGB U8, 3 or 4 channels, and small: half a second at 320 pixels a side, and time
// grows faster than pixels. `seeds`: picture's size, 0 unknown, 1 to `count` the labels. BadInput unless at least two labels have seeds; a
// label without any has no chances anywhere. Cancelled by `stop`: no chances at all.
Result<RandomWalk> randomWalk(const image::Bitmap& picture, const Labels& seeds, int count, std::stop_token stop = {});

}  // namespace retailor::mask
