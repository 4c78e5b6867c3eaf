#include "core/neural/layers/kernels/gated_gelu.h"

#include "core/neural/layers/kernels/instruction_set.h"

namespace retailor::neural {

GatedGelu gatedGeluKernel() {
  switch (instructionSet()) {
    case InstructionSet::Avx512: return gatedGeluAvx512();
    case InstructionSet::Avx2: return gatedGeluAvx2();
    default: return nullptr;
  }
}

}  // namespace retailor::neural
