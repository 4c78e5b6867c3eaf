#include "core/neural/layers/kernels/flash_attention.h"

#include "core/neural/layers/kernels/instruction_set.h"

namespace retailor::neural {

const FlashKernels* flashKernels() {
  switch (instructionSet()) {
    case InstructionSet::Avx512: return &flashKernelsAvx512();
    case InstructionSet::Avx2: return &flashKernelsAvx2();
    default: return nullptr;
  }
}

}  // namespace retailor::neural
