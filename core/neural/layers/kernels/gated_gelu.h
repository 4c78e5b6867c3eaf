#pragma once

#include <cstdint>

namespace retailor::neural {

// x [rows, 2·width] in F32, rows without gaps: y [rows, width] = first half · GELU(second half). The error function is that of Abramowitz
// and Stegun 7.1.26, to 1.5e-7. width is a multiple of 8.
using GatedGelu = void (*)(const float* x, float* y, std::int64_t rows, std::int64_t width);

// The widest that this processor runs; nullptr where it has no AVX2.
GatedGelu gatedGeluKernel();

GatedGelu gatedGeluAvx2();
GatedGelu gatedGeluAvx512();

}  // namespace retailor::neural
