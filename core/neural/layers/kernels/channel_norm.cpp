#include "core/neural/layers/kernels/channel_norm.h"

#include "core/neural/layers/kernels/instruction_set.h"

namespace retailor::neural {

const ChannelNormKernels* channelNormKernels() {
  switch (instructionSet()) {
    case InstructionSet::Avx512: return &channelNormKernelsAvx512();
    case InstructionSet::Avx2: return &channelNormKernelsAvx2();
    default: return nullptr;
  }
}

}  // namespace retailor::neural
