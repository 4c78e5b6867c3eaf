#pragma GCC target("avx512f,avx512vl,avx512dq,fma")

#include "core/neural/layers/kernels/channel_norm_body.h"

namespace retailor::neural {

const ChannelNormKernels& channelNormKernelsAvx512() {
  static constexpr ChannelNormKernels kernels{addMoments, scaled, scaledSilu};
  return kernels;
}

}  // namespace retailor::neural
