#pragma once

#include <cstdint>
#include <vector>

namespace retailor::neural {

// Minimal filtering F(2×2, 3×3) of Lavin and Gray (2016): a 3×3 convolution with 16 products where 36 stand in the definition, for every
// 2×2 outputs. F32, maps channels last, one picture, zeros around it, stride 1.
struct WinogradShape {
  std::int64_t in = 0;   // channels, a multiple of 8
  std::int64_t out = 0;  // channels, a multiple of 32
  std::int64_t height = 0;
  std::int64_t width = 0;

  std::int64_t tileColumns() const { return (width + 1) / 2; }
  std::int64_t tiles() const { return (height + 1) / 2 * tileColumns(); }
  // Floats of the transformed filter, and of the room that convolving `tiles` tiles takes.
  std::int64_t filterFloats() const { return 16 * in * out; }
  std::int64_t roomFloats(std::int64_t count) const { return 16 * count * (in + out); }
};

struct WinogradMaps {
  const float* x = nullptr;       // [height, width, in]
  const float* filter = nullptr;  // transformed
  const float* bias = nullptr;    // [out] or none
  const float* added = nullptr;   // [height, width, out] or none
  float* y = nullptr;             // [height, width, out]
};

struct WinogradKernels {
  // Tiles first..last-1, counted in rows. Any range may be computed on any thread, with a room of its own.
  void (*convolve)(const WinogradShape& shape, const WinogradMaps& maps, std::int64_t first, std::int64_t last, float* room);
};

// weight [out, in, 3, 3], rows without gaps -> the transformed filter: by place in the 4×4 tile, then panels of 32 output channels, in each
// the first input channel's, then the second's, …. Only the panels firstPanel..lastPanel-1 of the out / 32.
void transformFilter(const WinogradShape& shape, const float* weight, float* filter, std::int64_t firstPanel, std::int64_t lastPanel);

// The widest that this processor runs; nullptr where it has no AVX2.
const WinogradKernels* winogradKernels();

const WinogradKernels& winogradKernelsAvx2();
const WinogradKernels& winogradKernelsAvx512();

}  // namespace retailor::neural
