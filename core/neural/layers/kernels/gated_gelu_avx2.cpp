#pragma GCC target("avx2,fma")

#include "core/neural/layers/kernels/gated_gelu_body.h"

namespace retailor::neural {

GatedGelu gatedGeluAvx2() { return gatedGelu; }

}  // namespace retailor::neural
