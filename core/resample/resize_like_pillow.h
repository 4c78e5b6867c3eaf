#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace retailor::resample {

// Pillow's resampling filters; the numbers are those that preprocessor_config.json gives them.
enum class Filter { Lanczos = 1, Bilinear = 2, Bicubic = 3, Box = 4, Hamming = 5 };

// A picture of 8-bit samples, interleaved, rows without gaps; borrowed.
struct Pixels {
  const std::uint8_t* data = nullptr;
  int width = 0;
  int height = 0;
  int channels = 3;

  const std::uint8_t* row(int y) const { return data + static_cast<std::ptrdiff_t>(y) * width * channels; }
};

// The picture as `width` x `height` pixels, interleaved, with the source's channels: equal to the last bit to what Pillow's Image.resize
// makes of an "RGB" or "L" picture. Sides are 1..65 535; alpha is not premultiplied. Any thread.
std::vector<std::uint8_t> resizedLikePillow(Pixels source, int width, int height, Filter filter);

}  // namespace retailor::resample
