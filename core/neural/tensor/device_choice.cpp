#include "core/neural/tensor/device_choice.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <dlfcn.h>
#include <torch/version.h>
#include <unistd.h>

namespace retailor::neural {
namespace {

Device cpu() {
  const auto pages = static_cast<std::int64_t>(sysconf(_SC_AVPHYS_PAGES));
  return {"cpu", at::get_cpu_capability() + ", " + std::to_string(at::get_num_threads()) + " threads", pages * sysconf(_SC_PAGESIZE)};
}

// The driver's library is asked for by name only: whether it is there at all.
bool hasDriver() {
  void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
  if (driver != nullptr) dlclose(driver);
  return driver != nullptr;
}

std::string openCuda() {
  if (!hasDriver()) return "No NVIDIA driver was found.";
  // Global, as libtorch's own registration of kernels wants it; never closed for the same reason.
  if (dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL | RTLD_NODELETE) == nullptr)
    return "An NVIDIA driver was found, but not the CUDA half of libtorch; start Retailor once with ./run --cuda to fetch it.";
  if (at::detail::getCUDAHooks().deviceCount() < 1) return "libtorch found no CUDA device that it can use.";
  // F32 means F32, as on the CPU; the fastest of cuDNN's convolutions is looked for once per size.
  at::globalContext().setAllowTF32CuDNN(false);
  at::globalContext().setBenchmarkCuDNN(true);
  return {};
}

Device cuda() {
  const auto& hooks = at::detail::getCUDAHooks();
  const std::string name = cudaDeviceName();
  return {"cuda", name.empty() ? std::to_string(hooks.deviceCount()) + " CUDA device(s)" : name, 0};
}

template <class Function>
Function* symbol(void* library, const char* name) {
  return reinterpret_cast<Function*>(dlsym(library, name));
}

}  // namespace

// The driver's own interface: its numbering heeds CUDA_VISIBLE_DEVICES, as libtorch's does.
std::string cudaDeviceName() {
  void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
  if (driver == nullptr) return {};
  const auto init = symbol<int(unsigned)>(driver, "cuInit");
  const auto device = symbol<int(int*, int)>(driver, "cuDeviceGet");
  const auto name = symbol<int(char*, int, int)>(driver, "cuDeviceGetName");
  int first = 0;
  char text[256] = "";
  if (init != nullptr && device != nullptr && name != nullptr && init(0) == 0 && device(&first, 0) == 0 &&
      name(text, sizeof text, first) != 0)
    text[0] = '\0';
  return text;
}

Devices findDevices() {
  Devices devices{TORCH_VERSION, {cpu()}, openCuda()};
  if (devices.whyNoCuda.empty()) devices.usable.push_back(cuda());
  return devices;
}

}  // namespace retailor::neural
