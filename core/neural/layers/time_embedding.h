#pragma once

#include "core/neural/layers/activation.h"
#include "core/neural/layers/linear.h"

namespace retailor::neural {

struct TimeWaves {
  std::int64_t width = 320;
  bool cosineFirst = true;  // "flip_sin_to_cos"
  double shift = 0;         // "freq_shift"
};

// Sines and cosines of each time at falling frequencies (Vaswani et al. 2017), [n, width] in F32. times [n], any number type.
at::Tensor timeWaves(const at::Tensor& times, const TimeWaves& waves);

// Two linear layers over the waves: the embedding that every residual block reads.
class TimeEmbedding {
 public:
  TimeEmbedding() = default;
  // `condition`: width of a further input (the guidance scale of distilled networks), 0 where there is none.
  TimeEmbedding(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t condition);

  at::Tensor operator()(at::Tensor waves, const at::Tensor& condition) const;  // [n, in], [n, condition] or undefined -> [n, out]

 private:
  Linear m_first, m_second, m_condition;
};

}  // namespace retailor::neural
