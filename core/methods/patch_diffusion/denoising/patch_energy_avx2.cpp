#include "core/methods/patch_diffusion/denoising/patch_energy.h"

#if defined(__x86_64__)
#pragma GCC diagnostic ignored "-Wpsabi"
#pragma GCC push_options
#pragma GCC target("avx2")
#include "core/methods/patch_diffusion/denoising/patch_energy_body.h"
#pragma GCC pop_options

namespace retailor::patch_diffusion {
PatchKernels avx2Kernels() { return {matchWhole, matchPartly}; }
}  // namespace retailor::patch_diffusion
#else
namespace retailor::patch_diffusion {
PatchKernels avx2Kernels() { return baselineKernels(); }
}  // namespace retailor::patch_diffusion
#endif
