#pragma once

#include <cstdint>

namespace retailor::neural {

// The widest head the kernels take; widths are multiples of 8.
inline constexpr std::int64_t flashWidest = 512;

// One head of attention in F32, as raw memory: rows of `width` floats, `…Stride` floats apart.
struct AttentionHead {
  const float* queries = nullptr;
  const float* keys = nullptr;
  const float* values = nullptr;
  float* out = nullptr;
  std::int64_t queryStride = 0, keyStride = 0, valueStride = 0, outStride = 0;
  std::int64_t queryCount = 0, keyCount = 0;
  std::int64_t width = 0;
  const float* keyShift = nullptr;  // one per key, added to its score; nullptr: nothing is
};

// Softmax attention that never holds more than a strip of the score matrix (Dao et al. 2022), for processors with AVX2 and FMA. Keys are
// brought into panels first, so that a vector holds the same number of eight keys; then any range of queries may be computed on any thread.
struct FlashKernels {
  // Floats that the panels of a head's keys, and its values in rows without gaps, take.
  std::int64_t (*packedFloats)(const AttentionHead& head);
  void (*pack)(const AttentionHead& head, float* packed);
  void (*attend)(const AttentionHead& head, const float* packed, std::int64_t firstQuery, std::int64_t lastQuery);
};

// The widest that this processor runs; nullptr where it has no AVX2.
const FlashKernels* flashKernels();

const FlashKernels& flashKernelsAvx2();
const FlashKernels& flashKernelsAvx512();

}  // namespace retailor::neural
