#pragma once

#include "core/neural/layers/reference_tokens.h"
#include "core/neural/tensor/placement.h"

namespace retailor::neural {

// What a picture's tokens have become on their way into self-attention, each [B, L, C].
struct Projected {
  at::Tensor queries, keys, values;
};

// Region-focused attention (Tsai et al. 2025, CompleteMe): the picture's tokens ask, its own tokens and those of the references inside
// their regions answer under one softmax: softmax(Q·[K; K_ref]ᵀ/√d + shift)·[V; V_ref], [B, L, C]. With blend b < 1 it is b of that and 1 -
// b of the picture's attention to itself. Rows that see none are attend() to the bit.
at::Tensor attendWithReferences(const Projected& picture, const ReferenceTokens& references, std::int64_t heads, Operators operators);

}  // namespace retailor::neural
