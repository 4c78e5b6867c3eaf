#pragma once

#include <vector>

namespace retailor::image {

enum class Growing { Bicubic, Bilinear };

// The source samples that one result sample is mixed from, along one axis: [first, first + weights.size()), weights summing to 1.
struct Taps {
  int first = 0;
  std::vector<float> weights;
};

// One entry per result sample, with half-pixel centres. Shrinking averages the exact area a result sample covers; growing
// interpolates, and samples beyond the edge count as the edge's own.
std::vector<Taps> resampleTaps(int sourceLength, int resultLength, Growing growing);

}  // namespace retailor::image
