#pragma once

#include <Eigen/Core>
#include <vector>

namespace retailor::composite {

using Cell = Eigen::Array4f;  // red, green, blue, unused: one vector register
using Cells = std::vector<Cell>;

// One level of the Laplace equation on a hole, as finite volumes. A cell is 2^level pixels wide; what flows between two cells is their
// difference times (length of the face they share) / (distance of their centres). Faces towards known pixels hold the value there, the
// picture's frame lets nothing through. Coarser levels add up the faces of finer ones, so ragged borders keep their length. Cells are
// stored row by row with a border of one dead cell on all sides; dead cells stay 0.
class MembraneLevel {
 public:
  // `unknown`: non-zero inside the hole; `rimFaces`: how many of a pixel's four sides are known pixels. Both with the border.
  MembraneLevel(int width, int height, const std::vector<char>& unknown, const std::vector<char>& rimFaces);
  MembraneLevel coarser() const;

  int width() const { return m_width; }
  int height() const { return m_height; }
  std::size_t count() const { return m_inverse.size(); }
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y + 1) * m_stride + static_cast<std::size_t>(x + 1); }

  // Half a red-black Gauss-Seidel sweep of A x = b, in place: the cells with (x + y) % 2 == parity.
  void relax(Cells& x, const Cells& b, int parity) const;
  // The same from x = 0, without reading x.
  void relaxFromZero(Cells& x, const Cells& b, int parity) const;
  // A x
  void apply(const Cells& x, Cells& result) const;
  // b - A x, summed over 2 × 2 cells into those of the next coarser level.
  void restrictResidual(const Cells& x, const Cells& b, const MembraneLevel& coarser, Cells& coarse) const;
  // Adds the coarser level's correction, bilinear between cell centres.
  void addProlonged(const MembraneLevel& coarser, const Cells& coarse, Cells& x) const;

 private:
  MembraneLevel(int width, int height, double side);
  void joinFaces();
  Cell flow(const Cells& x, std::size_t i) const {
    return x[i - 1] * m_right[i - 1] + x[i + 1] * m_right[i] + x[i - m_stride] * m_down[i - m_stride] + x[i + m_stride] * m_down[i];
  }
  Cell around(const Cells& x, std::size_t centre, std::ptrdiff_t across, std::ptrdiff_t down) const;

  int m_width, m_height;
  std::size_t m_stride;
  double m_side = 1;             // of a cell, in pixels
  std::vector<float> m_right;    // towards x + 1
  std::vector<float> m_down;     // towards y + 1
  std::vector<float> m_rim;      // towards known pixels
  std::vector<float> m_inverse;  // of the diagonal of A; 0 in dead cells
  std::vector<float> m_diagonal;
};

}  // namespace retailor::composite
