#include "core/composite/membrane_level.h"

#include "core/image/parallel_rows.h"

namespace retailor::composite {

namespace {

constexpr std::size_t kSamples = 4;  // a cell

// From the centre of a cell to the known pixel's centre beyond its side.
double rimDistance(double side) { return side / 2 + 0.5; }

}  // namespace

MembraneLevel::MembraneLevel(int width, int height, double side)
    : m_width(width), m_height(height), m_stride(static_cast<std::size_t>(width) + 2), m_side(side) {
  const std::size_t cells = m_stride * (static_cast<std::size_t>(height) + 2);
  for (std::vector<float>* faces : {&m_right, &m_down, &m_rim, &m_inverse, &m_diagonal}) faces->resize(cells);
}

MembraneLevel::MembraneLevel(int width, int height, const std::vector<char>& unknown, const std::vector<char>& rimFaces)
    : MembraneLevel(width, height, 1) {
  for (int y = 0; y < height; ++y) {
    for (std::size_t i = index(0, y); i < index(width, y); ++i) {
      if (!unknown[i]) continue;
      m_right[i] = unknown[i + 1] ? 1.0f : 0.0f;
      m_down[i] = unknown[i + m_stride] ? 1.0f : 0.0f;
      m_rim[i] = rimFaces[i];
    }
  }
  joinFaces();
}

MembraneLevel MembraneLevel::coarser() const {
  MembraneLevel result((m_width + 1) / 2, (m_height + 1) / 2, 2 * m_side);
  const float nearer = static_cast<float>(rimDistance(m_side) / rimDistance(result.m_side));
  for (int y = 0; y < m_height; ++y) {
    for (int x = 0; x < m_width; ++x) {
      const std::size_t fine = index(x, y), i = result.index(x / 2, y / 2);
      if (x % 2 == 1) result.m_right[i] += m_right[fine] / 2;  // twice the distance; faces within a cell vanish
      if (y % 2 == 1) result.m_down[i] += m_down[fine] / 2;
      result.m_rim[i] += m_rim[fine] * nearer;
    }
  }
  result.joinFaces();
  return result;
}

void MembraneLevel::joinFaces() {
  for (int y = 0; y < m_height; ++y) {
    for (std::size_t i = index(0, y); i < index(m_width, y); ++i) {
      m_diagonal[i] = m_right[i] + m_right[i - 1] + m_down[i] + m_down[i - m_stride] + m_rim[i];
      m_inverse[i] = m_diagonal[i] > 0 ? 1 / m_diagonal[i] : 0.0f;
    }
  }
}

void MembraneLevel::relax(Cells& x, const Cells& b, int parity) const {
  image::overRows(m_height, count() * kSamples, [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      const std::size_t end = index(m_width, y);
      for (std::size_t i = index((y + parity) % 2, y); i < end; i += 2) x[i] = (b[i] + flow(x, i)) * m_inverse[i];
    }
  });
}

void MembraneLevel::relaxFromZero(Cells& x, const Cells& b, int parity) const {
  image::overRows(m_height, count() * kSamples, [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      for (int column = 0; column < m_width; ++column) {
        const std::size_t i = index(column, y);
        x[i] = (column + y) % 2 == parity ? Cell(b[i] * m_inverse[i]) : Cell(Cell::Zero());
      }
    }
  });
}

void MembraneLevel::apply(const Cells& x, Cells& result) const {
  image::overRows(m_height, count() * kSamples, [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      const std::size_t end = index(m_width, y);
      for (std::size_t i = index(0, y); i < end; ++i) result[i] = x[i] * m_diagonal[i] - flow(x, i);
    }
  });
}

void MembraneLevel::restrictResidual(const Cells& x, const Cells& b, const MembraneLevel& coarser, Cells& coarse) const {
  const auto left = [&](std::size_t i) { return Cell(b[i] + flow(x, i) - x[i] * m_diagonal[i]); };
  image::overRows(coarser.m_height, count() * kSamples, [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      const bool below = 2 * y + 1 < m_height;
      for (int column = 0; column < coarser.m_width; ++column) {
        const std::size_t i = index(2 * column, 2 * y);
        const bool beside = 2 * column + 1 < m_width;
        Cell sum = left(i);
        if (beside) sum += left(i + 1);
        if (below) sum += left(i + m_stride);
        if (beside && below) sum += left(i + m_stride + 1);
        coarse[coarser.index(column, y)] = sum;
      }
    }
  });
}

// The value one cell further. Where that cell is dead, the correction is 0 beyond a rim (values there are known) and goes on unchanged
// beyond the picture's frame.
Cell MembraneLevel::around(const Cells& x, std::size_t centre, std::ptrdiff_t across, std::ptrdiff_t down) const {
  const auto i = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(centre) + across + down * static_cast<std::ptrdiff_t>(m_stride));
  if (m_inverse[i] > 0) return x[i];
  return m_rim[centre] > 0 ? Cell(Cell::Zero()) : x[centre];
}

void MembraneLevel::addProlonged(const MembraneLevel& coarser, const Cells& coarse, Cells& x) const {
  image::overRows(m_height, count() * kSamples, [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      const std::ptrdiff_t down = y % 2 == 1 ? 1 : -1;
      for (int column = 0; column < m_width; ++column) {
        const std::size_t i = index(column, y), parent = coarser.index(column / 2, y / 2);
        if (m_inverse[i] == 0) continue;
        const std::ptrdiff_t across = column % 2 == 1 ? 1 : -1;
        x[i] += (coarse[parent] * 9 + (coarser.around(coarse, parent, across, 0) + coarser.around(coarse, parent, 0, down)) * 3 +
                 coarser.around(coarse, parent, across, down)) /
                16;
      }
    }
  });
}

}  // namespace retailor::composite
