#pragma GCC target("avx2,fma")

#include "core/neural/layers/kernels/winograd_body.h"

namespace retailor::neural {

const WinogradKernels& winogradKernelsAvx2() {
  static constexpr WinogradKernels kernels{convolve<3>};
  return kernels;
}

}  // namespace retailor::neural
