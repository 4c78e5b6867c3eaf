#pragma once

#include <ATen/core/Tensor.h>

namespace retailor::neural {

// Where a network's parameters lie and in which type it computes: F32 on a CPU (BF16 where the processor has it), F32, F16 or BF16 on CUDA.
struct Placement {
  at::Device device = at::kCPU;
  at::ScalarType type = at::kFloat;
};

}  // namespace retailor::neural
