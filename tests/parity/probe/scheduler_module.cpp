#include <charconv>

#include "core/neural/sampling/model_scheduler.h"
#include "core/neural/sampling/scheduler.h"
#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {
namespace {

int stepsOf(const ProbeRequest& request) {
  const std::string word = request.option("steps", "");
  int steps = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), steps);
  if (problem != std::errc() || end != word.data() + word.size())
    throw ProbeFailure{badInput("scheduler wants --option steps=N, a whole number.")};
  return steps;
}

// The answers and the noise are the file's; a step that draws noise and finds none there gets none.
at::Tensor noiseOf(const Tensors& in, const std::string& name, const at::Tensor& sample) {
  const auto found = in.find(name);
  return found == in.end() ? at::zeros_like(sample) : found->second.to(sample.options());
}

}  // namespace

// From the first step on, as long as there are answers of a network.
Tensors runScheduler(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto own = must(neural::schedulerConfigOf(must(weights::ModelFolder::open(request.folder))));
  const auto scheduler = must(neural::makeScheduler(must(neural::withScheduler(own, request.option("name", ""))), stepsOf(request)));
  Tensors out{{"timesteps", scheduler->timesteps()}};
  at::Tensor sample = needed(in, "sample").to(request.placement.device, at::kFloat);
  for (int i = 0; i < scheduler->count() && in.contains("model_output." + std::to_string(i)); ++i) {
    const std::string number = std::to_string(i);
    const at::Tensor noise = scheduler->drawsNoise(i) ? noiseOf(in, "step." + number, sample) : at::Tensor();
    sample = scheduler->step(sample, needed(in, "model_output." + number).to(sample.options()), i, noise).next;
    out["sample." + number] = sample;
  }
  return out;
}

}  // namespace retailor::probe
