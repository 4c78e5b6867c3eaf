// Included by winograd_avx2.cpp and winograd_avx512.cpp, each under its own instruction set; hence no pragma once and nothing but the
// loops, in an unnamed namespace so that the two versions never meet.

#include <algorithm>

#include "core/neural/layers/kernels/product_body.h"
#include "core/neural/layers/kernels/winograd.h"

namespace retailor::neural {
namespace {

// Bᵀ·d along one axis of the tile.
inline void spread(const __m256 (&d)[4], __m256 (&result)[4]) {
  result[0] = _mm256_sub_ps(d[0], d[2]);
  result[1] = _mm256_add_ps(d[1], d[2]);
  result[2] = _mm256_sub_ps(d[2], d[1]);
  result[3] = _mm256_sub_ps(d[1], d[3]);
}

// The 4×4 pixels under one tile; nullptr where they lie outside of the map.
struct Window {
  const float* pixels[4][4];
};

inline Window windowOf(const WinogradShape& shape, const float* x, std::int64_t tile) {
  const std::int64_t top = tile / shape.tileColumns() * 2 - 1, left = tile % shape.tileColumns() * 2 - 1;
  Window window;
  for (std::int64_t i = 0; i < 4; ++i)
    for (std::int64_t j = 0; j < 4; ++j) {
      const std::int64_t row = top + i, column = left + j;
      const bool inside = row >= 0 && row < shape.height && column >= 0 && column < shape.width;
      window.pixels[i][j] = inside ? x + (row * shape.width + column) * shape.in : nullptr;
    }
  return window;
}

// Bᵀ·d·B of a tile, channel by channel, into the 16 places `step` floats apart.
inline void spreadTile(const WinogradShape& shape, const float* x, std::int64_t tile, float* to, std::int64_t step) {
  const Window window = windowOf(shape, x, tile);
  for (std::int64_t c = 0; c < shape.in; c += lanes) {
    __m256 columns[4][4];
    for (int j = 0; j < 4; ++j) {
      __m256 d[4];
      for (int i = 0; i < 4; ++i) d[i] = window.pixels[i][j] != nullptr ? _mm256_loadu_ps(window.pixels[i][j] + c) : _mm256_setzero_ps();
      spread(d, columns[j]);
    }
    for (int i = 0; i < 4; ++i) {
      const __m256 row[4] = {columns[0][i], columns[1][i], columns[2][i], columns[3][i]};
      __m256 result[4];
      spread(row, result);
      for (int j = 0; j < 4; ++j) _mm256_storeu_ps(to + (4 * i + j) * step + c, result[j]);
    }
  }
}

// Aᵀ·m along one axis: four numbers become two.
inline void gather(const __m256 (&m)[4], __m256 (&result)[2]) {
  result[0] = _mm256_add_ps(_mm256_add_ps(m[0], m[1]), m[2]);
  result[1] = _mm256_sub_ps(_mm256_sub_ps(m[1], m[2]), m[3]);
}

inline void storePixel(const WinogradShape& shape, const WinogradMaps& maps, std::int64_t row, std::int64_t column, std::int64_t c,
                       __m256 value) {
  if (row >= shape.height || column >= shape.width) return;
  const std::int64_t place = (row * shape.width + column) * shape.out + c;
  if (maps.added != nullptr) value = _mm256_add_ps(value, _mm256_loadu_ps(maps.added + place));
  _mm256_storeu_ps(maps.y + place, value);
}

// Aᵀ·m·A of a tile from the 16 places `step` floats apart, with bias and what is added, into the map.
inline void gatherTile(const WinogradShape& shape, const WinogradMaps& maps, std::int64_t tile, const float* from, std::int64_t step) {
  const std::int64_t top = tile / shape.tileColumns() * 2, left = tile % shape.tileColumns() * 2;
  for (std::int64_t c = 0; c < shape.out; c += lanes) {
    __m256 columns[4][2];
    for (int j = 0; j < 4; ++j) {
      __m256 m[4];
      for (int i = 0; i < 4; ++i) m[i] = _mm256_loadu_ps(from + (4 * i + j) * step + c);
      gather(m, columns[j]);
    }
    const __m256 bias = maps.bias != nullptr ? _mm256_loadu_ps(maps.bias + c) : _mm256_setzero_ps();
    for (int i = 0; i < 2; ++i) {
      const __m256 row[4] = {columns[0][i], columns[1][i], columns[2][i], columns[3][i]};
      __m256 result[2];
      gather(row, result);
      for (int j = 0; j < 2; ++j) storePixel(shape, maps, top + i, left + j, c, _mm256_add_ps(result[j], bias));
    }
  }
}

// products [count, out] = spread [count, in] · the filter at one place of the tile.
template <int Rows>
void multiplyPlace(const WinogradShape& shape, const float* spreadTiles, const float* filter, std::int64_t count, float* products) {
  for (std::int64_t o = 0; o < shape.out; o += panelWidth, filter += panelWidth * shape.in) {
    std::int64_t tile = 0;
    for (; tile + Rows <= count; tile += Rows)
      productTile<Rows>(spreadTiles + tile * shape.in, shape.in, filter, shape.in, products + tile * shape.out + o, shape.out);
    for (; tile < count; ++tile)
      productTile<1>(spreadTiles + tile * shape.in, shape.in, filter, shape.in, products + tile * shape.out + o, shape.out);
  }
}

template <int Rows>
void convolve(const WinogradShape& shape, const WinogradMaps& maps, std::int64_t first, std::int64_t last, float* room) {
  const std::int64_t count = last - first;
  float* products = room + 16 * count * shape.in;
  for (std::int64_t i = 0; i < count; ++i) spreadTile(shape, maps.x, first + i, room + i * shape.in, count * shape.in);
  for (std::int64_t place = 0; place < 16; ++place)
    multiplyPlace<Rows>(shape, room + place * count * shape.in, maps.filter + place * shape.in * shape.out, count,
                        products + place * count * shape.out);
  for (std::int64_t i = 0; i < count; ++i) gatherTile(shape, maps, first + i, products + i * shape.out, count * shape.out);
}

}  // namespace
}  // namespace retailor::neural
