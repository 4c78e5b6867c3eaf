#pragma once

#include <vector>

#include "core/neural/layers/attention.h"

namespace retailor::neural {

// Tokens from outside, as one cross-attention layer sees them: projected to its keys and values once, then used at every step of a run.
struct AttendedTokens {
  at::Tensor keys;    // [B or 1, S, C]
  at::Tensor values;  // [B or 1, S, C]
  double scale = 1;   // how much what is found there counts
  at::Tensor mask;    // [H, W] 0..1, where in the picture it counts; undefined: everywhere
};

// What one layer attends to: each set by a softmax of its own, the results summed (Ye et al. 2023, IP-Adapter). The first is the text. None
// at all: the layer is passed over, and what it was asked with stands for its answer (Chong et al. 2024, CatVTON).
using LayerTokens = std::vector<AttendedTokens>;

// A picture's mask brought to `queries` tokens in rows of its shape, [queries, 1]: bicubic, padded with nothing or cut where the grid does
// not fit.
at::Tensor maskOverQueries(const at::Tensor& mask, std::int64_t queries);

// A picture's tokens looking at tokens from outside.
class CrossAttention {
 public:
  CrossAttention() = default;
  // `outside`: width of the tokens from outside. options.bias and options.sight are not used.
  CrossAttention(const WeightSource& source, const AttentionOptions& options, std::int64_t outside);

  AttendedTokens project(const at::Tensor& tokens) const;  // [B, S, outside]

  // residual + the attention of x, both [B, L, C].
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x, const LayerTokens& tokens) const;

 private:
  AttentionOptions m_options;
  Operators m_operators = Operators::Fast;
  Linear m_query, m_key, m_value, m_out;
};

}  // namespace retailor::neural
