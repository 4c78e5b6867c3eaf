#pragma once

#include <string>

#include "core/completion/completion_settings.h"
#include "core/neural/tensor/placement.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::diffusion {

// Where a run computes and in which types.
struct DevicePlan {
  neural::Placement networks;     // U-Net and encoders
  neural::Placement autoencoder;  // F32 where there is room for it: half precision costs it the most
  std::string device = "cpu";     // as a recipe names it

  bool onGpu() const { return device == "cuda"; }
  weights::Precision variant() const;  // which weight files are best read
};

// Auto: CUDA in F16 where it is there, else the processor in F32. BF16 on the processor only where it has instructions for it. BadInput
// when the settings ask for a device or type that this machine has not. The first call opens CUDA: a second or two.
Result<DevicePlan> devicePlan(const completion::CompletionSettings& settings);

// The same work on the processor in F32: the last rung when memory does not suffice.
DevicePlan processorPlan();

// Gives memory that nothing uses back to the machine: libtorch's cache on the GPU, the allocator's on the processor.
void returnMemory();

}  // namespace retailor::diffusion
