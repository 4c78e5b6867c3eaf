#pragma once

#include <ATen/core/Tensor.h>

#include <memory>
#include <optional>

#include "core/neural/sampling/noise_schedule.h"
#include "core/neural/sampling/scheduler_config.h"
#include "core/result.h"

namespace retailor::neural {

// What one step made of a noisy latent.
struct Denoised {
  at::Tensor next;   // the latent with less noise
  at::Tensor clean;  // the clean latent as this step's answer of the network predicts it: for previews
};

// One way from noise to a picture in a number of steps. Latents are [batch, channels, h, w], F32 on any device; coefficients are F32 0-dim
// tensors combined in the reference's order, so that results agree with it to rounding. Steps go in order, each index once, from start()
// on: the multistep solvers remember. One thread.
class Scheduler {
 public:
  virtual ~Scheduler() = default;

  // What the network is told at each step [count]: I64, or F32 where the places are fractions. On the CPU.
  const at::Tensor& timesteps() const { return m_timesteps; }
  int count() const { return static_cast<int>(m_timesteps.size(0)); }

  // Pure noise (standard normals) times this is the latent that step 0 begins with.
  virtual double initialSigma() const { return 1.0; }
  // The latent as the network wants to see it at a step.
  virtual at::Tensor scaledInput(const at::Tensor& x, int /*index*/) const { return x; }
  // A clean latent with the noise that belongs before step `index`: the start at strength < 1, and the known part of a 4-channel
  // completion.
  virtual at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int index) const = 0;
  // Whether step `index` adds fresh noise.
  virtual bool drawsNoise(int /*index*/) const { return false; }
  // One step. `answer` is the network's, `noise` standard normals where drawsNoise (undefined otherwise).
  virtual Denoised step(const at::Tensor& x, const at::Tensor& answer, int index, const at::Tensor& noise) = 0;

 protected:
  explicit Scheduler(const SchedulerConfig& config) : m_config(config), m_schedule(noiseSchedule(config)) {}
  // Whole numbers unless `fractions`, cut like the reference's cast.
  void setTimesteps(const std::vector<double>& list, bool fractions = false);
  std::int64_t timestep(int index) const;
  // √ᾱ, √(1 - ᾱ) of a training timestep applied to clean latent and noise.
  at::Tensor noisedAt(const at::Tensor& clean, const at::Tensor& noise, std::int64_t timestep) const;

  const SchedulerConfig m_config;
  const NoiseSchedule m_schedule;

 private:
  at::Tensor m_timesteps;
};

// A scheduler for a run of `steps` steps. BadInput when the config's kind cannot take that many, or a setting is out of what it can do.
Result<std::unique_ptr<Scheduler>> makeScheduler(const SchedulerConfig& config, int steps);

// The first step of a run at `strength` (0..1) of `steps` asked for, counted as the reference counts: steps - ⌊steps · strength⌋. Absent
// when no step would be left.
std::optional<int> firstStep(int steps, double strength);

}  // namespace retailor::neural
