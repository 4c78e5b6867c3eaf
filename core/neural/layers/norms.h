#pragma once

#include "core/neural/layers/weight_source.h"

namespace retailor::neural {

// Group normalisation (Wu and He 2018), with a weight and a bias per channel.
class GroupNorm {
 public:
  GroupNorm() = default;
  GroupNorm(const WeightSource& source, std::int64_t channels, std::int64_t groups, double epsilon);

  at::Tensor operator()(const at::Tensor& x) const;  // [B, C, H, W]
  at::Tensor silu(const at::Tensor& x) const;        // SiLU of it

 private:
  bool suitsKernels(const at::Tensor& x) const;
  at::Tensor applied(const at::Tensor& x, bool silu) const;
  at::Tensor appliedByKernels(const at::Tensor& x, bool silu) const;

  at::Tensor m_weight, m_bias;  // [C]
  std::int64_t m_groups = 1;
  double m_epsilon = 0;
  bool m_isPlain = false;
};

// Layer normalisation (Ba et al. 2016) over the last axis.
class LayerNorm {
 public:
  LayerNorm() = default;
  LayerNorm(const WeightSource& source, std::int64_t width, double epsilon = 1e-5);

  at::Tensor operator()(const at::Tensor& x) const;  // [.., width]

 private:
  at::Tensor m_weight, m_bias;  // [width]
  double m_epsilon = 0;
};

}  // namespace retailor::neural
