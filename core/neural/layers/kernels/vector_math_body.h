// Included by the kernels' bodies, under their instruction set: functions of eight floats at a time. No pragma once; see
// flash_attention_body.h.

#include <immintrin.h>

#include <initializer_list>

namespace retailor::neural {
namespace {

// 2^x for x of -126..126 (beyond, the ends), to 2e-7 relative: the nearest whole power into the exponent, a polynomial for the rest. What
// is no number stays none, by the order of the operands: damaged weights must show.
inline __m256 powerOfTwo(__m256 x) {
  x = _mm256_min_ps(_mm256_set1_ps(126), _mm256_max_ps(_mm256_set1_ps(-126), x));
  const __m256 whole = _mm256_round_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  const __m256 rest = _mm256_sub_ps(x, whole);
  __m256 sum = _mm256_set1_ps(1.54035304e-4F);
  for (const float factor : {1.33335581e-3F, 9.61812911e-3F, 5.55041087e-2F, 2.40226507e-1F, 6.93147181e-1F, 1.0F})
    sum = _mm256_fmadd_ps(sum, rest, _mm256_set1_ps(factor));
  const __m256i exponent = _mm256_slli_epi32(_mm256_cvtps_epi32(whole), 23);
  return _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(sum), exponent));
}

// x / (1 + e^-x)
inline __m256 silu(__m256 x) {
  const __m256 one = _mm256_set1_ps(1);
  return _mm256_div_ps(x, _mm256_add_ps(one, powerOfTwo(_mm256_mul_ps(x, _mm256_set1_ps(-1.44269504F)))));
}

}  // namespace
}  // namespace retailor::neural
