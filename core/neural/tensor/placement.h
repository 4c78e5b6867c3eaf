#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace retailor::neural {

// What computes a network's layers. Fast: weights packed for oneDNN, maps that lie channels last, kernels of our own. Plain: libtorch's own
// operators, on maps as they come, in the reference's own order of operations, so that the two agree to the last bit.
enum class Operators { Fast, Plain };

// Where a network's parameters lie and in which type it computes: F32 on a CPU (BF16 where the processor has it), F32, F16 or BF16 on CUDA.
struct Placement {
  at::Device device = at::kCPU;
  at::ScalarType type = at::kFloat;
  Operators operators = Operators::Fast;

  bool isPlain() const { return operators == Operators::Plain; }

  // The same for a network that is nowhere wider than `widest`: one narrower than any full-size network has nothing to gain from the fast
  // operators.
  Placement forWidth(std::int64_t widest) const {
    constexpr std::int64_t narrowestFullSize = 320;
    const bool gains = !device.is_cpu() || type != at::kFloat || widest >= narrowestFullSize;
    return {device, type, gains ? operators : Operators::Plain};
  }
};

}  // namespace retailor::neural
