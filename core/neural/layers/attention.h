#pragma once

#include <utility>

#include "core/neural/layers/linear.h"

namespace retailor::neural {

// Scaled dot-product attention (Vaswani et al. 2017) by heads that lie side by side on the last axis: softmax(q·kᵀ/√d)·v, d = C / heads.
// q [B, L, C]; k, v [B or 1, S, C] -> [B, L, C]. Causal: query i sees keys 0..i only.
enum class Sight { Everything, Causal };
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t heads, Sight sight = Sight::Everything,
                  Operators operators = Operators::Fast);

// How an attention layer's parameters are called in the file.
struct AttentionNames {
  const char* query = "to_q";
  const char* key = "to_k";
  const char* value = "to_v";
  const char* out = "to_out.0";
};
inline constexpr AttentionNames clipAttentionNames{"q_proj", "k_proj", "v_proj", "out_proj"};

struct AttentionOptions {
  std::int64_t width = 0;  // C
  std::int64_t heads = 1;
  Bias bias = Bias::Without;  // of query, key and value; the output always has one
  Sight sight = Sight::Everything;
  AttentionNames names{};
};

// Tokens looking at each other.
class SelfAttention {
 public:
  SelfAttention() = default;
  SelfAttention(const WeightSource& source, const AttentionOptions& options);

  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x) const;  // both [B, L, C]

 private:
  AttentionOptions m_options;
  Operators m_operators = Operators::Fast;

  std::pair<at::Tensor, at::Tensor> keysAndValues(const at::Tensor& x) const;

  Linear m_query, m_out;
  Linear m_keyValue;      // both in one product
  Linear m_key, m_value;  // of plain operators
};

}  // namespace retailor::neural
