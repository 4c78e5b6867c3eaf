#pragma once

#include <cstddef>

namespace retailor::patch_diffusion {

// The widest patch: 7 rows of 7 pixels, each row padded to 8 pixels of 4 floats, so that a row is 32 floats.
constexpr int kPatchRowFloats = 32;
constexpr int kMostPatchRows = 7;
constexpr int kPatchFloats = kPatchRowFloats * kMostPatchRows;

// What one patch centre is compared with: its own pixels and their weights, both four floats a pixel.
struct alignas(64) PatchWindow {
  float colour[kPatchFloats];  // r g b 2: the fourth differs by one from a usable source pixel's 1, which counts that pixel's weight
  float weight[kPatchFloats];  // a(p+j) c(p+j) / T, the same in all four lanes; 0 in the padding
  float total = 0;             // sum of the weights of all its pixels
};

// The sum over the patch of weight * |colour - source|² over the usable source pixels, and the weight of those.
struct PatchMatch {
  float distance;
  float weight;
};

// `source` points at the four floats of the patch's first pixel, `stride` is the floats from one source row to the next.
// Stops early with a distance of at least `limit` once that is certain; distances below the limit are exact.
using MatchWhole = float (*)(const PatchWindow&, const float* source, std::ptrdiff_t stride, int rows, float limit);
using MatchPartly = PatchMatch (*)(const PatchWindow&, const float* source, std::ptrdiff_t stride, int rows);

// The inner loops, compiled for the widest vectors this processor has. All versions give the same bits: they add in the same order,
// and products are never fused with sums.
struct PatchKernels {
  MatchWhole whole;    // every source pixel is usable
  MatchPartly partly;  // some may not be
};
PatchKernels patchKernels();

PatchKernels baselineKernels();
PatchKernels avx2Kernels();  // the same as baselineKernels() on other processor families

}  // namespace retailor::patch_diffusion
