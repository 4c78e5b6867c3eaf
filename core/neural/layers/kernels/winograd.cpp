#include "core/neural/layers/kernels/winograd.h"

#include <array>

#include "core/neural/layers/kernels/instruction_set.h"

namespace retailor::neural {
namespace {

constexpr std::int64_t panelWidth = 32;

// G·g: the three numbers of a row or column of the filter become four.
std::array<double, 4> transformed(double a, double b, double c) { return {a, (a + b + c) / 2, (a - b + c) / 2, c}; }

// G·g·Gᵀ of one 3×3 filter.
std::array<std::array<double, 4>, 4> transformedTile(const float* g) {
  std::array<std::array<double, 4>, 3> rows;
  for (std::size_t i = 0; i < 3; ++i) rows[i] = transformed(g[3 * i], g[3 * i + 1], g[3 * i + 2]);
  std::array<std::array<double, 4>, 4> tile;
  for (std::size_t j = 0; j < 4; ++j) {
    const auto column = transformed(rows[0][j], rows[1][j], rows[2][j]);
    for (std::size_t i = 0; i < 4; ++i) tile[i][j] = column[i];
  }
  return tile;
}

}  // namespace

void transformFilter(const WinogradShape& shape, const float* weight, float* filter, std::int64_t firstPanel, std::int64_t lastPanel) {
  for (std::int64_t panel = firstPanel; panel < lastPanel; ++panel)
    for (std::int64_t i = 0; i < shape.in; ++i)
      for (std::int64_t o = 0; o < panelWidth; ++o) {
        float* place = filter + (panel * shape.in + i) * panelWidth + o;
        for (const auto& row : transformedTile(weight + ((panel * panelWidth + o) * shape.in + i) * 9))
          for (const double value : row) {
            *place = static_cast<float>(value);
            place += shape.in * shape.out;
          }
      }
}

const WinogradKernels* winogradKernels() {
  switch (instructionSet()) {
    case InstructionSet::Avx512: return &winogradKernelsAvx512();
    case InstructionSet::Avx2: return &winogradKernelsAvx2();
    default: return nullptr;
  }
}

}  // namespace retailor::neural
