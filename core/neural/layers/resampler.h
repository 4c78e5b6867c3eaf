#pragma once

#include <vector>

#include "core/neural/layers/linear.h"
#include "core/neural/layers/norms.h"

namespace retailor::neural {

struct ResamplerOptions {
  std::int64_t in = 1280;  // width of what is looked at
  std::int64_t width = 768;
  std::int64_t out = 768;
  std::int64_t tokens = 16;
  std::int64_t layers = 4;
  std::int64_t heads = 12;  // of 64 each
  std::int64_t hidden = 3072;
};

// One layer of the resampler: learned tokens look at the picture's and at themselves, then two linear layers.
class ResamplerLayer {
 public:
  ResamplerLayer(const WeightSource& source, const ResamplerOptions& options);
  at::Tensor operator()(const at::Tensor& seen, const at::Tensor& latents) const;  // [B, L, width], [B, tokens, width] -> the latter

 private:
  std::pair<at::Tensor, at::Tensor> keysAndValues(const at::Tensor& x) const;

  ResamplerOptions m_options;
  Operators m_operators;
  LayerNorm m_normSeen, m_normLatents, m_norm;
  Linear m_query, m_out, m_widen, m_narrow;
  Linear m_keyValue;      // both in one product
  Linear m_key, m_value;  // of plain operators
};

// Any number of tokens brought to a few (Alayrac et al. 2022, as IP-Adapter plus uses it).
class Resampler {
 public:
  Resampler(const WeightSource& source, const ResamplerOptions& options);
  at::Tensor operator()(const at::Tensor& states) const;  // [B, L, in] -> [B, tokens, out]

 private:
  at::Tensor m_latents;  // [1, tokens, width]
  Linear m_in, m_out;
  std::vector<ResamplerLayer> m_layers;
  LayerNorm m_norm;
};

}  // namespace retailor::neural
