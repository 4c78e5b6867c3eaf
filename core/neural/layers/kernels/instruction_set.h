#pragma once

namespace retailor::neural {

// The instruction sets that the kernels of this folder are written for.
enum class InstructionSet { Baseline, Avx2, Avx512 };

// The widest of them that this processor runs.
inline InstructionSet instructionSet() {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
    return InstructionSet::Avx512;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? InstructionSet::Avx2 : InstructionSet::Baseline;
}

}  // namespace retailor::neural
