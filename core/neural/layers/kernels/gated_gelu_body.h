// Included by gated_gelu_avx2.cpp and gated_gelu_avx512.cpp, each under its own instruction set; hence no pragma once and nothing but the
// loops, in an unnamed namespace so that the two versions never meet.

#include "core/neural/layers/kernels/gated_gelu.h"
#include "core/neural/layers/kernels/vector_math_body.h"

namespace retailor::neural {
namespace {

// 1 + erf(x / √2)
inline __m256 onePlusErf(__m256 x) {
  const __m256 sign = _mm256_set1_ps(-0.0F), one = _mm256_set1_ps(1);
  const __m256 z = _mm256_mul_ps(_mm256_andnot_ps(sign, x), _mm256_set1_ps(0.707106781F));
  const __m256 t = _mm256_div_ps(one, _mm256_fmadd_ps(z, _mm256_set1_ps(0.3275911F), one));
  __m256 sum = _mm256_set1_ps(1.061405429F);
  for (const float factor : {-1.453152027F, 1.421413741F, -0.284496736F, 0.254829592F})
    sum = _mm256_fmadd_ps(sum, t, _mm256_set1_ps(factor));
  const __m256 falling = powerOfTwo(_mm256_mul_ps(_mm256_mul_ps(z, z), _mm256_set1_ps(-1.44269504F)));
  const __m256 erf = _mm256_sub_ps(one, _mm256_mul_ps(_mm256_mul_ps(sum, t), falling));
  return _mm256_add_ps(one, _mm256_or_ps(erf, _mm256_and_ps(sign, x)));
}

void gatedGelu(const float* x, float* y, std::int64_t rows, std::int64_t width) {
  const __m256 half = _mm256_set1_ps(0.5F);
  for (std::int64_t row = 0; row < rows; ++row, x += 2 * width, y += width)
    for (std::int64_t i = 0; i < width; i += 8) {
      const __m256 gate = _mm256_loadu_ps(x + width + i);
      const __m256 opened = _mm256_mul_ps(_mm256_mul_ps(gate, half), onePlusErf(gate));
      _mm256_storeu_ps(y + i, _mm256_mul_ps(_mm256_loadu_ps(x + i), opened));
    }
}

}  // namespace
}  // namespace retailor::neural
