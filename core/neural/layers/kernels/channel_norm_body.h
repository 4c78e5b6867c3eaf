// Included by channel_norm_avx2.cpp and channel_norm_avx512.cpp, each under its own instruction set; hence no pragma once and nothing but
// the loops, in an unnamed namespace so that the two versions never meet.

#include <algorithm>

#include "core/neural/layers/kernels/channel_norm.h"
#include "core/neural/layers/kernels/vector_math_body.h"

namespace retailor::neural {
namespace {

constexpr std::int64_t lanes = 8;
constexpr std::int64_t blockPixels = 64;  // summed in F32, then in F64: rounding does not grow with the map

inline void addBlock(const float* x, std::int64_t pixels, std::int64_t channels, double* sums, double* squares) {
  __m256 sum = _mm256_setzero_ps(), square = _mm256_setzero_ps();
  for (std::int64_t p = 0; p < pixels; ++p) {
    const __m256 value = _mm256_loadu_ps(x + p * channels);
    sum = _mm256_add_ps(sum, value);
    square = _mm256_fmadd_ps(value, value, square);
  }
  float each[2][lanes];
  _mm256_storeu_ps(each[0], sum);
  _mm256_storeu_ps(each[1], square);
  for (int i = 0; i < lanes; ++i) {
    sums[i] += static_cast<double>(each[0][i]);
    squares[i] += static_cast<double>(each[1][i]);
  }
}

void addMoments(const float* x, std::int64_t pixels, std::int64_t channels, double* sums, double* squares) {
  for (std::int64_t first = 0; first < pixels; first += blockPixels)
    for (std::int64_t c = 0; c < channels; c += lanes)
      addBlock(x + first * channels + c, std::min(blockPixels, pixels - first), channels, sums + c, squares + c);
}

template <class Last>
inline void scaledThen(const float* x, float* y, std::int64_t pixels, std::int64_t channels, const float* scale, const float* shift,
                       Last last) {
  for (std::int64_t p = 0; p < pixels; ++p, x += channels, y += channels)
    for (std::int64_t c = 0; c < channels; c += lanes)
      _mm256_storeu_ps(y + c, last(_mm256_fmadd_ps(_mm256_loadu_ps(x + c), _mm256_loadu_ps(scale + c), _mm256_loadu_ps(shift + c))));
}

// Named types, since a lambda does not inherit the instruction set of the file.
struct Unchanged {
  __m256 operator()(__m256 x) const { return x; }
};
struct Silu {
  __m256 operator()(__m256 x) const { return silu(x); }
};

void scaled(const float* x, float* y, std::int64_t pixels, std::int64_t channels, const float* scale, const float* shift) {
  scaledThen(x, y, pixels, channels, scale, shift, Unchanged());
}

void scaledSilu(const float* x, float* y, std::int64_t pixels, std::int64_t channels, const float* scale, const float* shift) {
  scaledThen(x, y, pixels, channels, scale, shift, Silu());
}

}  // namespace
}  // namespace retailor::neural
