#pragma once

#include <ATen/core/Tensor.h>

namespace retailor::neural {

// How far the conditional answer is pushed away from the unconditional one (classifier-free guidance, Ho and Salimans 2022), and over which
// share of the steps (guidance interval, Kynkäänniemi et al. 2024): outside it the conditional answer stands alone, at half the cost.
struct Guidance {
  double scale = 7.5;  // 1 or less: no guidance
  double from = 0.0;   // share of the steps taken, 0..1
  double until = 1.0;
  bool told = false;  // the network was distilled with guidance: it is told of the scale, and there is no unconditional branch

  // Whether any step needs the unconditional branch.
  bool needed() const { return !told && scale > 1 && from < until; }
  // Whether step `index` of `count` does.
  bool at(int index, int count) const { return needed() && index >= from * count - 1e-9 && index < until * count - 1e-9; }
};

// unconditional + scale · (conditional - unconditional)
at::Tensor guided(const at::Tensor& unconditional, const at::Tensor& conditional, double scale);

// What networks distilled with guidance are told of it instead (time_cond_proj_dim): [1, width] F32, waves of 1000 · (scale - 1) as of a
// timestep (Meng et al. 2023).
at::Tensor guidanceEmbedding(double scale, std::int64_t width);

}  // namespace retailor::neural
