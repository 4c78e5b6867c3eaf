#pragma once

#include <cstdint>

namespace retailor::neural {

// Group normalisation of F32 maps that lie channels last, as raw memory: pixels in rows of `channels` floats without gaps.
struct ChannelNormKernels {
  // Adds each channel's sum and sum of squares over the pixels.
  void (*addMoments)(const float* x, std::int64_t pixels, std::int64_t channels, double* sums, double* squares);
  // y = x · scale + shift per channel, then SiLU of it or not. x and y may be the same.
  void (*scaled)(const float* x, float* y, std::int64_t pixels, std::int64_t channels, const float* scale, const float* shift);
  void (*scaledSilu)(const float* x, float* y, std::int64_t pixels, std::int64_t channels, const float* scale, const float* shift);
};

// The widest that this processor runs; nullptr where it has no AVX2. Channels must be a multiple of 8.
const ChannelNormKernels* channelNormKernels();

const ChannelNormKernels& channelNormKernelsAvx2();
const ChannelNormKernels& channelNormKernelsAvx512();

}  // namespace retailor::neural
