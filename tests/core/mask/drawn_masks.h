#pragma once

#include <cmath>
#include <ctime>
#include <random>

#include "core/mask/mask.h"

// Masks that the tests of mask and composite draw for themselves.
namespace retailor::tests {

template <class Inside>
mask::Mask drawn(image::Size size, const Inside& inside) {
  mask::Mask result(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) result.row(y)[x] = inside(x, y) ? 255 : 0;
  }
  return result;
}

inline mask::Mask disc(image::Size size, double x, double y, double radius) {
  return drawn(size, [=](int px, int py) { return std::hypot(px + 0.5 - x, py + 0.5 - y) <= radius; });
}

// Blobs with soft rims, some cut by the frame, and about a third of the pixels 0 and some 255: as a user might paint, seeded.
inline mask::Mask randomBlobs(image::Size size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> part(0, 1);
  mask::Mask result(size);
  for (int blob = 0; blob < 3; ++blob) {
    const double x = part(random) * size.width, y = part(random) * size.height, radius = (0.05 + 0.2 * part(random)) * size.width,
                 soft = 1 + 10 * part(random);
    for (int py = 0; py < size.height; ++py) {
      for (int px = 0; px < size.width; ++px) {
        const double coverage = std::clamp((radius - std::hypot(px + 0.5 - x, py + 0.5 - y)) / soft + 0.5, 0.0, 1.0);
        result.row(py)[px] = std::max(result.row(py)[px], static_cast<std::uint8_t>(std::lround(255 * coverage)));
      }
    }
  }
  return result;
}

inline mask::Mask noise(image::Size size, unsigned seed) {
  std::mt19937 random(seed);
  mask::Mask result(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) result.row(y)[x] = static_cast<std::uint8_t>(random() % 256);
  }
  return result;
}

template <class Work>
double processorMilliseconds(const Work& work) {
  const std::clock_t start = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace retailor::tests
