#pragma GCC target("avx2,fma")

#include "core/neural/layers/kernels/flash_attention_body.h"

namespace retailor::neural {

// Sixteen registers: twelve sums.
const FlashKernels& flashKernelsAvx2() {
  static const FlashKernels kernels = kernelsOf<3, 4>();
  return kernels;
}

}  // namespace retailor::neural
