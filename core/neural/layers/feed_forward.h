#pragma once

#include "core/neural/layers/linear.h"

namespace retailor::neural {

// A transformer's feed-forward part with a gate: C -> 8C, value · GELU(gate), 4C -> C.
class GatedFeedForward {
 public:
  GatedFeedForward() = default;
  GatedFeedForward(const WeightSource& source, std::int64_t width);  // names net.0.proj and net.2

  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x) const;  // both [B, L, C]

 private:
  Operators m_operators;
  Linear m_widen, m_narrow;
};

}  // namespace retailor::neural
