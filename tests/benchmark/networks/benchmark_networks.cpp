// benchmark_networks CASE [cpu|cuda] [fp32|bf16|fp16]: builds the case, says "ready", then obeys lines on its input:
//   run          computes once, answers with the seconds it took
//   write FILE   leaves the last output there, as safetensors, answers "written"
//   memory       answers with the most bytes this process has held in memory
// compare_with_diffusers speaks this, to it and to the reference in turn.
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/InferenceMode.h>
#include <sys/resource.h>

#include <chrono>
#include <iostream>
#include <map>

#include "core/neural/tensor/device_choice.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/benchmark/networks/timed_case.h"

namespace {

using namespace retailor;

double secondsOf(const benchmark::TimedCase& timed, const neural::Placement& placement, at::Tensor& output) {
  const auto began = std::chrono::steady_clock::now();
  output = timed();
  if (placement.device.is_cuda()) at::detail::getCUDAHooks().deviceSynchronize(placement.device.index());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

std::string writtenTo(const std::string& file, const at::Tensor& output) {
  const auto done = weights::writeSafetensors(file, {{"output", neural::viewOf(output.to(at::kFloat))}});
  return done ? "written" : done.failure().sentence;
}

long peakBytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss * 1024;
}

neural::Placement placementOf(int count, char** words) {
  static const std::map<std::string, at::ScalarType> types{{"fp32", at::kFloat}, {"bf16", at::kBFloat16}, {"fp16", at::kHalf}};
  const bool onCuda = count > 2 && std::string(words[2]) == "cuda" && neural::findDevices().usable.back().key == "cuda";
  return {onCuda ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU), count > 3 ? types.at(words[3]) : at::kFloat};
}

}  // namespace

int main(int count, char** words) {
  const c10::InferenceMode inference;
  const neural::Placement placement = placementOf(count, words);
  const benchmark::TimedCase timed = benchmark::timedCase(count > 1 ? words[1] : "", placement);
  if (!timed) return std::cerr << "benchmark_networks U1|U2|V1|V2|C1|P1 [cpu|cuda] [fp32|bf16|fp16]\n", 2;
  std::cout << "ready " << at::get_num_threads() << " threads, " << at::get_cpu_capability() << std::endl;
  at::Tensor output;
  for (std::string line; std::getline(std::cin, line);) {
    if (line == "run") std::cout << secondsOf(timed, placement, output) << std::endl;
    if (line == "memory") std::cout << peakBytes() << std::endl;
    if (line.starts_with("write ")) std::cout << writtenTo(line.substr(6), output) << std::endl;
  }
  return 0;
}
