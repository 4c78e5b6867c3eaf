#pragma GCC target("avx512f,avx512vl,avx512dq,fma")

#include "core/neural/layers/kernels/flash_attention_body.h"

namespace retailor::neural {

// Thirty-two registers: twenty-five sums.
const FlashKernels& flashKernelsAvx512() {
  static const FlashKernels kernels = kernelsOf<5, 5>();
  return kernels;
}

}  // namespace retailor::neural
