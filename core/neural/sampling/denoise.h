#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>

#include "core/neural/sampling/noise_source.h"
#include "core/neural/sampling/scheduler.h"
#include "core/result.h"

namespace retailor::neural {

// What is known after a step. `step` counts from 1 to `steps`, those of this run only.
struct DenoiseStep {
  int step = 0;
  int steps = 0;
  double seconds = 0;
  const at::Tensor& latent;  // with the noise that is left
  const at::Tensor& clean;   // as predicted
};

// What a run of the sampler is made of. All but `predict` may be left empty.
struct DenoiseParts {
  // The network's answer, guidance included, to a latent as the network wants to see it. `index` counts from 0, steps of this run only.
  std::function<Result<at::Tensor>(const at::Tensor& input, const at::Tensor& timestep, int index, int count)> predict;
  // What is done to a latent after a step: a 4-channel model's known part is put back. `next` is the scheduler's next index, count() after
  // the last.
  std::function<at::Tensor(const at::Tensor& latent, int next)> mend;
  // Hears of the step; true ends the run there with the predicted clean latent.
  std::function<bool(const DenoiseStep&)> heard;
};

struct DenoiseEnd {
  enum class How { Finished, KeptEarly, Stopped };
  How how = How::Finished;
  at::Tensor latent;  // clean; undefined when stopped
  int steps = 0;      // taken
};

// Takes the noise out of `start`, from the scheduler's step `first` on. Noise is asked for as "step.<i>", i from 0. `stop` is looked at
// before each step and after each answer.
Result<DenoiseEnd> denoise(Scheduler& scheduler, int first, at::Tensor start, NoiseSource& noise, const DenoiseParts& parts,
                           const std::stop_token& stop);

}  // namespace retailor::neural
