#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace retailor::neural {

// A place where networks can run. libtorch's own types stay out of this header.
struct Device {
  std::string key;             // "cpu" or "cuda": what --device takes
  std::string name;            // "AVX512, 2 threads", "NVIDIA H100 80GB HBM3"
  std::int64_t freeBytes = 0;  // memory free now; 0 where it is not known
};

struct Devices {
  std::string libtorchVersion;
  std::vector<Device> usable;  // best last; the CPU is always there
  std::string whyNoCuda;       // a sentence when CUDA is not among them
};

// Looks what this machine has. libtorch_cuda is opened here, at run time, and only if an NVIDIA driver is present: it costs a gigabyte of
// address space that a laptop should not pay. A second or two the first time: call it on a worker.
Devices findDevices();

// The CUDA device that networks are placed on: "NVIDIA H100 80GB HBM3". Empty where there is none, or its driver does not say.
std::string cudaDeviceName();

}  // namespace retailor::neural
