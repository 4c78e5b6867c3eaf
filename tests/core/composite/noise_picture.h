#pragma once

#include <random>

#include "core/image/bitmap.h"

namespace retailor::tests {

// Every bit of every sample random; F32 within 0..1.
inline image::Bitmap noisePicture(image::Size size, int channels, image::SampleType type, unsigned seed) {
  std::mt19937 random(seed);
  image::Bitmap picture(size, channels, type);
  for (std::size_t i = 0; i < picture.byteCount(); ++i) picture.bytes()[i] = static_cast<std::byte>(random());
  if (type != image::SampleType::F32) return picture;
  std::uniform_real_distribution<float> unit(0, 1);
  for (int y = 0; y < size.height; ++y) {
    for (int i = 0; i < size.width * channels; ++i) picture.span<float>().row(y)[i] = unit(random);
  }
  return picture;
}

}  // namespace retailor::tests
