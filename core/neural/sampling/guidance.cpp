#include "core/neural/sampling/guidance.h"

#include <ATen/ATen.h>

namespace retailor::neural {

at::Tensor guided(const at::Tensor& unconditional, const at::Tensor& conditional, double scale) {
  return unconditional + scale * (conditional - unconditional);
}

}  // namespace retailor::neural
