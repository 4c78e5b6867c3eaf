#pragma once

#include <vector>

namespace retailor::image {

// The sRGB transfer curve as tables, for whole pictures: srgbToLinear and linearToSrgb take a power per sample.
struct SrgbTables {
  std::vector<float> linearOf8;   // 256 entries, by 8-bit sample
  std::vector<float> linearOf16;  // 65,536 entries, by 16-bit sample
  std::vector<float> encoded;     // 65,537 entries over linear 0..1, read with interpolation: wrong by less than 1/100 of a 16-bit level
};

const SrgbTables& srgbTables();

// Through the tables; clamps to 0..1.
float encodedByTable(const SrgbTables& tables, float linear);

}  // namespace retailor::image
