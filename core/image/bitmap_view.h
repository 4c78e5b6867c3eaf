#pragma once

#include <cstddef>

namespace retailor::image {

// Typed, borrowed access to the samples of a bitmap: interleaved, `channels` samples a pixel. View<const T> reads,
// View<T> writes. Valid as long as the bitmap it came from is neither moved nor destroyed.
template <class T>
struct View {
  T* data = nullptr;
  int width = 0;
  int height = 0;
  int channels = 0;

  T* row(int y) const { return data + static_cast<std::ptrdiff_t>(y) * width * channels; }
  T* pixel(int x, int y) const { return row(y) + static_cast<std::ptrdiff_t>(x) * channels; }
};

}  // namespace retailor::image
