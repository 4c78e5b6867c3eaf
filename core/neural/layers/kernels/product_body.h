// Included by the kernels' bodies, under their instruction set: the product that most of the time goes into. No pragma once; see
// flash_attention_body.h.

#include <immintrin.h>

#include <cstdint>

namespace retailor::neural {
namespace {

constexpr std::int64_t lanes = 8;
constexpr int panelVectors = 4;
constexpr std::int64_t panelWidth = panelVectors * lanes;

// out [Rows, 32] = rows [Rows, depth] · panel [depth, 32]; rows `apart` floats from each other, results `outApart`.
template <int Rows>
inline void productTile(const float* rows, std::int64_t apart, const float* panel, std::int64_t depth, float* out, std::int64_t outApart) {
  __m256 sums[Rows][panelVectors] = {};
  for (std::int64_t i = 0; i < depth; ++i, panel += panelWidth) {
    __m256 column[panelVectors];
#pragma GCC unroll 8
    for (int v = 0; v < panelVectors; ++v) column[v] = _mm256_loadu_ps(panel + v * lanes);
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
      const __m256 factor = _mm256_set1_ps(rows[r * apart + i]);
#pragma GCC unroll 8
      for (int v = 0; v < panelVectors; ++v) sums[r][v] = _mm256_fmadd_ps(factor, column[v], sums[r][v]);
    }
  }
#pragma GCC unroll 8
  for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < panelVectors; ++v) _mm256_storeu_ps(out + r * outApart + v * lanes, sums[r][v]);
}

}  // namespace
}  // namespace retailor::neural
