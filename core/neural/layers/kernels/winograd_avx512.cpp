#pragma GCC target("avx512f,avx512vl,avx512dq,fma")

#include "core/neural/layers/kernels/winograd_body.h"

namespace retailor::neural {

const WinogradKernels& winogradKernelsAvx512() {
  static constexpr WinogradKernels kernels{convolve<6>};
  return kernels;
}

}  // namespace retailor::neural
