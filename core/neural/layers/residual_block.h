#pragma once

#include "core/neural/layers/norms.h"
#include "core/neural/layers/pointwise_convolution.h"

namespace retailor::neural {

struct ResidualBlockOptions {
  std::int64_t in = 0;
  std::int64_t out = 0;
  std::int64_t groups = 32;
  double epsilon = 1e-5;
  std::int64_t time = 0;  // width of the time embedding; 0: the block knows no time
  MapSize maps = MapSize::Small;
};

// Two convolutions, each after group normalisation and SiLU, added to the input (He et al. 2016, as in Ho et al. 2020).
class ResidualBlock {
 public:
  ResidualBlock(const WeightSource& source, const ResidualBlockOptions& options);

  // x [B, in, H, W]; `time` SiLU of the time embedding, [1 or B, width], undefined where the block knows none -> [B, out, H, W].
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& time) const;

 private:
  at::Tensor convolvedAtTime(const at::Tensor& h, const at::Tensor& time) const;
  at::Tensor passedBy(const at::Tensor& x) const;

  bool m_isPlain;
  GroupNorm m_norm1, m_norm2;
  Convolution m_conv1, m_conv2;
  Linear m_time;                    // none where the block knows no time
  PointwiseConvolution m_shortcut;  // none where the widths agree
};

}  // namespace retailor::neural
