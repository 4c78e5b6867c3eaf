#pragma GCC target("avx512f,avx512vl,avx512dq,fma")

#include "core/neural/layers/kernels/gated_gelu_body.h"

namespace retailor::neural {

GatedGelu gatedGeluAvx512() { return gatedGelu; }

}  // namespace retailor::neural
