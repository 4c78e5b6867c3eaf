#include "core/neural/sampling/guidance.h"

#include <ATen/ATen.h>

namespace retailor::neural {

at::Tensor guided(const at::Tensor& unconditional, const at::Tensor& conditional, double scale) {
  return unconditional + scale * (conditional - unconditional);
}

at::Tensor guidanceEmbedding(double scale, std::int64_t width) {
  const std::int64_t half = width / 2;
  const at::Tensor apart = at::scalar_tensor(10000.0, at::kFloat).log() / static_cast<double>(half - 1);
  const at::Tensor lengths = (at::arange(half, at::kFloat) * -apart).exp();
  const at::Tensor waves = (lengths * (static_cast<float>(scale - 1) * 1000.0f)).unsqueeze(0);
  const at::Tensor both = at::cat({waves.sin(), waves.cos()}, 1);
  return width % 2 == 1 ? at::constant_pad_nd(both, {0, 1}) : both;
}

}  // namespace retailor::neural
