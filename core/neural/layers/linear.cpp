#include "core/neural/layers/linear.h"

#include <ATen/ATen.h>

#include "core/neural/layers/packed_weight.h"

namespace retailor::neural {

using at::Tensor;

Linear::Linear(const Tensor& weight, Tensor bias, const Placement& placement) : m_bias(std::move(bias)), m_out(weight.size(0)) {
  const Tensor converted = weight.to(placement.device, placement.type);
  m_packed = !placement.isPlain() && canPack(converted);
  m_weight = m_packed ? packedMatrix(converted) : converted.clone();
}

Linear::Linear(const WeightSource& source, std::int64_t in, std::int64_t out, Bias bias)
    : Linear{source.lent("weight", {out, in}), bias == Bias::With ? source.take("bias", {out}) : Tensor(), source.placement()} {}

Linear Linear::joined(const std::vector<WeightSource>& sources, std::int64_t in, std::int64_t out, Bias bias) {
  std::vector<Tensor> weights, biases;
  for (const auto& source : sources) {
    weights.push_back(source.lent("weight", {out, in}));
    if (bias == Bias::With) biases.push_back(source.take("bias", {out}));
  }
  return {at::cat(weights), biases.empty() ? Tensor() : at::cat(biases), sources.front().placement()};
}

std::pair<Linear, Linear> Linear::parted(const WeightSource& source, std::int64_t in, std::int64_t out) {
  const auto halves = source.lent("weight", {2 * out, in}).chunk(2);
  return {Linear(halves[0], {}, source.placement()), Linear(halves[1], {}, source.placement())};
}

Tensor Linear::operator()(const Tensor& x) const {
  if (!m_packed) return at::linear(x, m_weight, m_bias);
  auto shape = x.sizes().vec();
  const Tensor rows = x.reshape({-1, shape.back()});
  shape.back() = m_out;
  return multiplied(rows, m_weight, m_bias, {}).view(shape);
}

Tensor Linear::addedTo(const Tensor& residual, const Tensor& x) const {
  if (!m_packed) return at::linear(x, m_weight, m_bias).add_(residual);
  const Tensor rows = x.reshape({-1, x.size(-1)});
  return multiplied(rows, m_weight, m_bias, residual.reshape({-1, m_out})).view(residual.sizes());
}

}  // namespace retailor::neural
