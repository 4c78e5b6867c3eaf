#pragma once

#include <utility>
#include <vector>

#include "core/neural/layers/weight_source.h"

namespace retailor::neural {

enum class Bias { With, Without };

// y = x·Wᵀ + b over the last axis. On the CPU the weight is packed for oneDNN when it is built and the original is let go,
// but for plain operators.
class Linear {
 public:
  Linear() = default;
  Linear(const WeightSource& source, std::int64_t in, std::int64_t out, Bias bias = Bias::With);

  // Several layers of one input as one: their outputs lie side by side on the last axis.
  static Linear joined(const std::vector<WeightSource>& sources, std::int64_t in, std::int64_t out, Bias bias);

  // Two layers whose weights lie one below the other, [2·out, in], without bias.
  static std::pair<Linear, Linear> parted(const WeightSource& source, std::int64_t in, std::int64_t out);

  at::Tensor operator()(const at::Tensor& x) const;                           // [.., in] -> [.., out]
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x) const;  // residual [.., out] + the layer of x
  explicit operator bool() const { return m_weight.defined(); }

 private:
  Linear(const at::Tensor& weight, at::Tensor bias, const Placement& placement);

  at::Tensor m_weight;  // [out, in], packed where m_packed
  at::Tensor m_bias;    // [out] or undefined
  std::int64_t m_out = 0;
  bool m_packed = false;
};

}  // namespace retailor::neural
