#pragma once

#include <utility>

#include "core/neural/layers/linear.h"
#include "core/neural/layers/reference_tokens.h"

namespace retailor::neural {

enum class Sight { Everything, Causal };

// How queries look at keys.
struct Looking {
  Sight sight = Sight::Everything;  // Causal: query i sees keys 0..i only
  Operators operators = Operators::Fast;
  at::Tensor keyShift{};  // [S] F32, added to the scores of each key, in no causal attention; undefined: nothing is
};

// Scaled dot-product attention (Vaswani et al. 2017) by heads that lie side by side on the last axis: softmax(q·kᵀ/√d)·v, d = C / heads.
// q [B, L, C]; k, v [B or 1, S, C] -> [B, L, C].
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t heads, const Looking& looking = {});

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

  // residual + the attention of x, both [B, L, C]. The tokens look at those of references too, where there are any.
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x, const ReferenceTokens& references = {}) const;

  // Keys and values [B, S, C] that this layer makes of tokens from elsewhere, [B, S, C].
  std::pair<at::Tensor, at::Tensor> project(const at::Tensor& tokens) const;

 private:
  AttentionOptions m_options;
  Operators m_operators = Operators::Fast;

  Linear m_query, m_out;
  Linear m_keyValue;      // both in one product
  Linear m_key, m_value;  // of plain operators
};

}  // namespace retailor::neural
