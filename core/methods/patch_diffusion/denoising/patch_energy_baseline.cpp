#include "core/methods/patch_diffusion/denoising/patch_energy.h"

// 32-byte vectors stay inside this file, so how they would be passed between functions does not matter.
#pragma GCC diagnostic ignored "-Wpsabi"
#include "core/methods/patch_diffusion/denoising/patch_energy_body.h"

namespace retailor::patch_diffusion {

PatchKernels baselineKernels() { return {matchWhole, matchPartly}; }

PatchKernels patchKernels() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return avx2Kernels();
#endif
  return baselineKernels();
}

}  // namespace retailor::patch_diffusion
