#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace retailor::neural {

// Tokens of reference pictures as one self-attention layer of the drawing network sees them: made keys and values by that layer's own
// matrices once, only those inside the references' regions, of all references one after the other.
struct ReferenceTokens {
  at::Tensor keys{};          // [1, S, C]; undefined: this layer sees none
  at::Tensor values{};        // [1, S, C]
  at::Tensor shift{};         // [S] F32, added to their scores; undefined: 0
  double blend = 1;           // share of the answer that has seen them; the rest has seen the picture alone
  std::int64_t firstRow = 0;  // rows of the batch before this one see none: those of the unconditional branch

  bool empty() const { return !keys.defined(); }
};

}  // namespace retailor::neural
