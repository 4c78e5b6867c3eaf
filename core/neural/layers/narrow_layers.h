#pragma once

#include <c10/core/Device.h>

#include <cstdint>

namespace retailor::neural {

// Layers of so few channels gain nothing on the CPU from packed weights and kernels of our own: libtorch's plain operators compute them, on maps plane by
// plane, in the reference's own order of operations. Small models then agree with it to the last bits.
inline bool isNarrow(std::int64_t channels, const c10::Device& device) { return device.is_cpu() && channels < 128; }

}  // namespace retailor::neural
