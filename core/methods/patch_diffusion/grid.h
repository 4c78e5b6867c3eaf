#pragma once

#include <cstddef>
#include <vector>

namespace retailor::patch_diffusion {

// A 2-D array with a margin on every side, so that a patch window around any cell can be read without bounds tests. Rows are
// contiguous. Cells of the margin start as T{} and mean "outside the picture".
template <class T>
class Grid {
 public:
  // The widest patch window is 7 x 7 and is read 8 pixels at a time.
  static constexpr int kMargin = 5;

  Grid() = default;
  Grid(int width, int height)
      : m_width(width),
        m_height(height),
        m_stride(width + 2 * kMargin),
        m_cells(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height + 2 * kMargin)) {}

  int width() const { return m_width; }
  int height() const { return m_height; }
  std::ptrdiff_t stride() const { return m_stride; }
  bool empty() const { return m_cells.empty(); }
  bool contains(int x, int y) const { return x >= 0 && y >= 0 && x < m_width && y < m_height; }

  T* at(int x, int y) { return m_cells.data() + offset(x, y); }
  const T* at(int x, int y) const { return m_cells.data() + offset(x, y); }
  T& operator()(int x, int y) { return *at(x, y); }
  const T& operator()(int x, int y) const { return *at(x, y); }

 private:
  std::ptrdiff_t offset(int x, int y) const { return static_cast<std::ptrdiff_t>(y + kMargin) * m_stride + x + kMargin; }

  int m_width = 0;
  int m_height = 0;
  std::ptrdiff_t m_stride = 0;
  std::vector<T> m_cells;
};

// Display-encoded sRGB, 0..1, and how far the pixel may be used: 1 usable, 0 not (its colour then means nothing).
struct Pixel {
  float r = 0, g = 0, b = 0, usable = 0;
};
static_assert(sizeof(Pixel) == 16);

using Plane = Grid<Pixel>;

}  // namespace retailor::patch_diffusion
