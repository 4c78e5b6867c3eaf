#include "core/methods/diffusion/device_plan.h"

#include <ATen/Context.h>
#include <c10/core/CachingDeviceAllocator.h>
#include <malloc.h>

#include <algorithm>

#include "core/neural/tensor/device_choice.h"

namespace retailor::diffusion {
namespace {

constexpr std::int64_t kRoomForPreciseDecoding = std::int64_t{8} << 30;  // bytes free on the GPU

bool computesBf16() { return __builtin_cpu_supports("avx512bf16") != 0; }

at::ScalarType typeOf(const std::string& precision, at::ScalarType automatic) {
  if (precision == "fp32") return at::kFloat;
  if (precision == "fp16") return at::kHalf;
  if (precision == "bf16") return at::kBFloat16;
  return automatic;
}

Result<DevicePlan> onProcessor(const std::string& precision) {
  if (precision == "fp16" || (precision == "bf16" && !computesBf16()))
    return badInput("This processor does not compute in " + precision + "; leave out --precision, or use fp32.");
  DevicePlan plan = processorPlan();
  plan.networks.type = plan.autoencoder.type = typeOf(precision, at::kFloat);
  return plan;
}

std::int64_t freeGpuBytes() {
  try {
    return static_cast<std::int64_t>(at::getDeviceAllocator(at::kCUDA)->getMemoryInfo(0).first);
  } catch (const std::exception&) {
    return 0;  // not told: the careful choice
  }
}

DevicePlan onGpu(const std::string& precision) {
  DevicePlan plan;
  plan.device = "cuda";
  plan.networks = {at::Device(at::kCUDA, 0), typeOf(precision, at::kHalf)};
  const bool roomy = precision == "auto" && freeGpuBytes() >= kRoomForPreciseDecoding;
  plan.autoencoder = {plan.networks.device, roomy ? at::kFloat : plan.networks.type};
  return plan;
}

}  // namespace

weights::Precision DevicePlan::variant() const {
  if (networks.type == at::kHalf) return weights::Precision::Fp16;
  return networks.type == at::kBFloat16 ? weights::Precision::Bf16 : weights::Precision::Fp32;
}

DevicePlan processorPlan() { return {}; }

Result<DevicePlan> devicePlan(const completion::CompletionSettings& settings) {
  if (settings.device == "cpu") return onProcessor(settings.precision);
  const neural::Devices devices = neural::findDevices();
  const bool hasGpu = std::ranges::any_of(devices.usable, [](const neural::Device& device) { return device.key == "cuda"; });
  if (hasGpu) return onGpu(settings.precision);
  if (settings.device == "cuda") return badInput(devices.whyNoCuda + " Leave out --device cuda to complete on the processor.");
  return onProcessor(settings.precision);
}

void returnMemory() {
  if (at::hasCUDA()) at::getDeviceAllocator(at::kCUDA)->emptyCache();
  malloc_trim(0);
}

}  // namespace retailor::diffusion
