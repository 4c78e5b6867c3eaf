#pragma GCC target("avx2,fma")

#include "core/neural/layers/kernels/channel_norm_body.h"

namespace retailor::neural {

const ChannelNormKernels& channelNormKernelsAvx2() {
  static constexpr ChannelNormKernels kernels{addMoments, scaled, scaledSilu};
  return kernels;
}

}  // namespace retailor::neural
