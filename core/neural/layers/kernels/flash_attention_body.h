// Included by flash_attention_avx2.cpp and flash_attention_avx512.cpp, each under its own instruction set; hence no pragma once and nothing
// but the loops, in an unnamed namespace so that the two versions never meet.

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "core/neural/layers/kernels/flash_attention.h"
#include "core/neural/layers/kernels/product_body.h"
#include "core/neural/layers/kernels/vector_math_body.h"

namespace retailor::neural {
namespace {

constexpr std::int64_t panelKeys = panelWidth;
constexpr std::int64_t mostBlockKeys = 16 * panelKeys;  // scores of a strip against so many stay in the innermost cache
constexpr std::int64_t blockFloats = 1 << 16;           // and so many of keys, and of values, in the second
constexpr std::int64_t groupQueries = 60;               // that meet a block of keys while it is there: whole strips of every height
constexpr float binaryLogarithm = 1.44269504F;          // of e
constexpr std::int64_t apart = 16;                      // floats that keep rows from falling onto each other in the cache

std::int64_t panelsOf(const AttentionHead& head) { return (head.keyCount + panelKeys - 1) / panelKeys; }

std::int64_t packedFloats(const AttentionHead& head) { return panelsOf(head) * panelKeys * head.width + head.keyCount * head.width; }

// Keys: panel after panel, in each the first number of all its keys, then the second, …; missing keys are 0. Values: as they are, without
// gaps.
void pack(const AttentionHead& head, float* packed) {
  for (std::int64_t first = 0; first < head.keyCount; first += panelKeys)
    for (std::int64_t i = 0; i < head.width; ++i)
      for (std::int64_t key = first; key < first + panelKeys; ++key)
        *packed++ = key < head.keyCount ? head.keys[key * head.keyStride + i] : 0;
  for (std::int64_t key = 0; key < head.keyCount; ++key) packed = std::copy_n(head.values + key * head.valueStride, head.width, packed);
}

inline float largest(__m256 x) {
  float each[lanes];
  _mm256_storeu_ps(each, x);
  return *std::max_element(each, each + lanes);
}

inline float total(__m256 x) {
  float each[lanes];
  _mm256_storeu_ps(each, x);
  return ((each[0] + each[4]) + (each[1] + each[5])) + ((each[2] + each[6]) + (each[3] + each[7]));
}

// What a strip of `Rows` queries has found so far.
template <int Rows>
struct Strip {
  alignas(64) float queries[Rows][flashWidest + apart];  // times log2(e)/√width
  alignas(64) float scores[Rows][mostBlockKeys + apart];
  alignas(64) float sums[Rows][flashWidest + apart];
  float highest[Rows];
  float weight[Rows];
};

// Turns a row's `count` scores into weights relative to the highest score so far, and what was found before along with it.
template <int Rows>
inline void weigh(Strip<Rows>& strip, int r, std::int64_t count, std::int64_t width) {
  float* scores = strip.scores[r];
  const std::int64_t padded = (count + lanes - 1) / lanes * lanes;
  std::fill(scores + count, scores + padded, -std::numeric_limits<float>::infinity());
  __m256 most = _mm256_set1_ps(strip.highest[r]);
  for (std::int64_t k = 0; k < padded; k += lanes) most = _mm256_max_ps(most, _mm256_loadu_ps(scores + k));
  const float highest = largest(most);
  const __m256 shift = _mm256_set1_ps(highest);
  __m256 sum = _mm256_setzero_ps();
  for (std::int64_t k = 0; k < padded; k += lanes) {
    const __m256 weight = powerOfTwo(_mm256_sub_ps(_mm256_loadu_ps(scores + k), shift));
    _mm256_storeu_ps(scores + k, weight);
    sum = _mm256_add_ps(sum, weight);
  }
  const float shrink = strip.highest[r] == highest ? 1.0F : std::exp2(strip.highest[r] - highest);
  if (shrink != 1.0F)
    for (std::int64_t i = 0; i < width; ++i) strip.sums[r][i] *= shrink;
  strip.weight[r] = strip.weight[r] * shrink + total(sum);
  strip.highest[r] = highest;
}

// Adds the weighted values to the strip's sums, `Vectors` vectors of their width at a time.
template <int Rows, int Vectors>
inline void addValues(Strip<Rows>& strip, const float* values, std::int64_t count, std::int64_t width, std::int64_t at) {
  __m256 sums[Rows][Vectors];
#pragma GCC unroll 8
  for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < Vectors; ++v) sums[r][v] = _mm256_loadu_ps(strip.sums[r] + at + v * lanes);
  for (std::int64_t k = 0; k < count; ++k) {
    const float* row = values + k * width + at;
    __m256 value[Vectors];
#pragma GCC unroll 8
    for (int v = 0; v < Vectors; ++v) value[v] = _mm256_loadu_ps(row + v * lanes);
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
      const __m256 weight = _mm256_set1_ps(strip.scores[r][k]);
#pragma GCC unroll 8
      for (int v = 0; v < Vectors; ++v) sums[r][v] = _mm256_fmadd_ps(weight, value[v], sums[r][v]);
    }
  }
#pragma GCC unroll 8
  for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < Vectors; ++v) _mm256_storeu_ps(strip.sums[r] + at + v * lanes, sums[r][v]);
}

template <int Rows, int Vectors>
inline void addAllValues(Strip<Rows>& strip, const float* values, std::int64_t count, std::int64_t width) {
  std::int64_t at = 0;
  for (; at + Vectors * lanes <= width; at += Vectors * lanes) addValues<Rows, Vectors>(strip, values, count, width, at);
  for (; at < width; at += lanes) addValues<Rows, 1>(strip, values, count, width, at);
}

template <int Rows>
inline void begin(Strip<Rows>& strip, const AttentionHead& head, std::int64_t first, int rows) {
  const float scale = binaryLogarithm / std::sqrt(static_cast<float>(head.width));
  for (int r = 0; r < Rows; ++r) {
    const float* query = head.queries + (first + std::min(r, rows - 1)) * head.queryStride;  // a short strip repeats its last
    for (std::int64_t i = 0; i < head.width; ++i) strip.queries[r][i] = query[i] * scale;
    std::fill_n(strip.sums[r], head.width, 0.0F);
    strip.highest[r] = -std::numeric_limits<float>::infinity();
    strip.weight[r] = 0;
  }
}

// A shift is meant for scores in natural logarithms; here they are kept in binary ones.
template <int Rows>
inline void shiftScores(Strip<Rows>& strip, const float* shift, std::int64_t count) {
  for (int r = 0; r < Rows; ++r)
    for (std::int64_t k = 0; k < count; ++k) strip.scores[r][k] += binaryLogarithm * shift[k];
}

// What `count` keys from `key` on add to what the strip has found.
template <int Rows, int Vectors>
inline void meetKeys(Strip<Rows>& strip, const AttentionHead& head, const float* packed, std::int64_t key, std::int64_t count) {
  const float* values = packed + panelsOf(head) * panelKeys * head.width;
  for (std::int64_t at = 0; at < count; at += panelKeys)
    productTile<Rows>(strip.queries[0], flashWidest + apart, packed + (key + at) * head.width, head.width, strip.scores[0] + at,
                      mostBlockKeys + apart);
  if (head.keyShift != nullptr) shiftScores(strip, head.keyShift + key, count);
  for (int r = 0; r < Rows; ++r) weigh(strip, r, count, head.width);
  addAllValues<Rows, Vectors>(strip, values + key * head.width, count, head.width);
}

template <int Rows>
inline void finish(const Strip<Rows>& strip, const AttentionHead& head, std::int64_t first, int rows) {
  for (int r = 0; r < rows; ++r) {
    float* out = head.out + (first + r) * head.outStride;
    for (std::int64_t i = 0; i < head.width; ++i) out[i] = strip.sums[r][i] / strip.weight[r];
  }
}

template <int Rows, int Vectors>
void attendGroup(Strip<Rows>* strips, const AttentionHead& head, const float* packed, std::int64_t first, std::int64_t last) {
  const std::int64_t block = std::clamp(blockFloats / head.width / panelKeys * panelKeys, panelKeys, mostBlockKeys);
  const auto rowsFrom = [last](std::int64_t query) { return static_cast<int>(std::min<std::int64_t>(Rows, last - query)); };
  const auto used = static_cast<std::size_t>((last - first + Rows - 1) / Rows);
  for (std::size_t i = 0; i < used; ++i)
    begin(strips[i], head, first + static_cast<std::int64_t>(i) * Rows, rowsFrom(first + static_cast<std::int64_t>(i) * Rows));
  for (std::int64_t key = 0; key < head.keyCount; key += block)
    for (std::size_t i = 0; i < used; ++i) meetKeys<Rows, Vectors>(strips[i], head, packed, key, std::min(block, head.keyCount - key));
  for (std::size_t i = 0; i < used; ++i)
    finish(strips[i], head, first + static_cast<std::int64_t>(i) * Rows, rowsFrom(first + static_cast<std::int64_t>(i) * Rows));
}

template <int Rows, int Vectors>
void attendRange(const AttentionHead& head, const float* packed, std::int64_t first, std::int64_t last) {
  const auto strips = std::make_unique_for_overwrite<Strip<Rows>[]>(groupQueries / Rows);
  for (; first < last; first += groupQueries)
    attendGroup<Rows, Vectors>(strips.get(), head, packed, first, std::min(first + groupQueries, last));
}

template <int Rows, int Vectors>
FlashKernels kernelsOf() {
  return {packedFloats, pack, attendRange<Rows, Vectors>};
}

}  // namespace
}  // namespace retailor::neural
