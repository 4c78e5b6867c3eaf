#include "core/neural/layers/norms.h"

#include <ATen/ATen.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

GroupNorm::GroupNorm(const WeightSource& source, std::int64_t channels, std::int64_t groups, double epsilon)
    : m_weight(source.take("weight", {channels})), m_bias(source.take("bias", {channels})), m_groups(groups), m_epsilon(epsilon) {
  if (groups < 1 || channels % groups != 0)
    throw RefusedModel("The model's settings ask for " + std::to_string(groups) + " groups of " + std::to_string(channels) + " channels, which do not divide. Its config.json is damaged; download it again.");
}

Tensor GroupNorm::operator()(const Tensor& x) const { return at::group_norm(x, m_groups, m_weight, m_bias, m_epsilon); }

Tensor GroupNorm::silu(const Tensor& x) const {
  Tensor normed = (*this)(x);
  return at::silu_(normed);
}

LayerNorm::LayerNorm(const WeightSource& source, std::int64_t width, double epsilon)
    : m_weight(source.take("weight", {width})), m_bias(source.take("bias", {width})), m_epsilon(epsilon) {}

Tensor LayerNorm::operator()(const Tensor& x) const { return at::layer_norm(x, {x.size(-1)}, m_weight, m_bias, m_epsilon); }

}  // namespace retailor::neural
