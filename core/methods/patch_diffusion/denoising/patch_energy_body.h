// Included by patch_energy_baseline.cpp and patch_energy_avx2.cpp, each under its own instruction set; hence no pragma once and
// nothing but the two loops, in an unnamed namespace so that the two versions never meet.

namespace retailor::patch_diffusion {
namespace {

typedef float Lanes __attribute__((vector_size(32), aligned(4), may_alias));

inline Lanes lanesAt(const float* from) { return *reinterpret_cast<const Lanes*>(from); }

inline float colourSum(const Lanes& a) { return ((a[0] + a[4]) + (a[1] + a[5])) + (a[2] + a[6]); }

inline float matchWhole(const PatchWindow& patch, const float* source, std::ptrdiff_t stride, int rows, float limit) {
  Lanes even{}, odd{};
  for (int row = 0; row < rows; ++row, source += stride) {
    const float* colour = patch.colour + row * kPatchRowFloats;
    const float* weight = patch.weight + row * kPatchRowFloats;
    for (int k = 0; k < kPatchRowFloats; k += 16) {
      const Lanes d = lanesAt(source + k) - lanesAt(colour + k), e = lanesAt(source + k + 8) - lanesAt(colour + k + 8);
      even += d * d * lanesAt(weight + k);
      odd += e * e * lanesAt(weight + k + 8);
    }
    if (row == 2 && colourSum(even + odd) >= limit) break;
  }
  return colourSum(even + odd);
}

inline PatchMatch matchPartly(const PatchWindow& patch, const float* source, std::ptrdiff_t stride, int rows) {
  Lanes sum{};
  for (int row = 0; row < rows; ++row, source += stride) {
    const float* colour = patch.colour + row * kPatchRowFloats;
    const float* weight = patch.weight + row * kPatchRowFloats;
    for (int k = 0; k < kPatchRowFloats; k += 8) {
      const Lanes s = lanesAt(source + k), d = s - lanesAt(colour + k);
      const Lanes usable = __builtin_shufflevector(s, s, 3, 3, 3, 3, 7, 7, 7, 7);
      sum += d * d * (lanesAt(weight + k) * usable);
    }
  }
  return {colourSum(sum), sum[3] + sum[7]};
}

}  // namespace
}  // namespace retailor::patch_diffusion
