#include "core/neural/layers/time_embedding.h"

#include <ATen/ATen.h>

#include <cmath>

namespace retailor::neural {

using at::Tensor;

Tensor timeWaves(const Tensor& times, const TimeWaves& waves) {
  const std::int64_t half = waves.width / 2;
  Tensor exponent = at::arange(half, at::TensorOptions(at::kFloat).device(times.device())) * -std::log(10000.0);
  exponent = exponent / (static_cast<double>(half) - waves.shift);
  const Tensor angles = times.to(at::kFloat).unsqueeze(1) * exponent.exp().unsqueeze(0);
  const Tensor both = waves.cosineFirst ? at::cat({angles.cos(), angles.sin()}, 1) : at::cat({angles.sin(), angles.cos()}, 1);
  return waves.width % 2 == 0 ? both : at::constant_pad_nd(both, {0, 1});
}

TimeEmbedding::TimeEmbedding(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t condition)
    : m_first(source / "linear_1", in, out), m_second(source / "linear_2", out, out) {
  if (condition > 0) m_condition = Linear(source / "cond_proj", condition, in, Bias::Without);
}

Tensor TimeEmbedding::operator()(Tensor waves, const Tensor& condition) const {
  if (m_condition && condition.defined()) waves = waves + m_condition(condition);
  return m_second(activate(m_first(waves), Activation::Silu));
}

}  // namespace retailor::neural
