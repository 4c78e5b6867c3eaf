#include "core/neural/sampling/denoise.h"

#include <ATen/ATen.h>

#include <chrono>

namespace retailor::neural {
namespace {

using at::Tensor;
using How = DenoiseEnd::How;

class Loop {
 public:
  Loop(Scheduler& scheduler, int first, NoiseSource& noise, const DenoiseParts& parts, const std::stop_token& stop)
      : m_scheduler(scheduler), m_noise(noise), m_parts(parts), m_stop(stop), m_first(first), m_count(scheduler.count() - first) {}

  Result<DenoiseEnd> run(Tensor x) {
    for (int i = 0; i < m_count; ++i) {
      const auto began = std::chrono::steady_clock::now();
      if (m_stop.stop_requested()) return DenoiseEnd{How::Stopped, {}, i};
      Result<Denoised> step = stepFrom(x, i);
      if (!step) return step.failure();
      if (m_stop.stop_requested()) return DenoiseEnd{How::Stopped, {}, i};
      x = mended(step->next, m_first + i + 1);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
      const bool enough = m_parts.heard && m_parts.heard({i + 1, m_count, took.count(), x, step->clean});
      if (enough && i + 1 < m_count) return DenoiseEnd{How::KeptEarly, mended(step->clean, m_scheduler.count()), i + 1};
    }
    return DenoiseEnd{How::Finished, x, m_count};
  }

 private:
  Result<Denoised> stepFrom(const Tensor& x, int i) {
    const int index = m_first + i;
    const Result<Tensor> answer = m_parts.predict(m_scheduler.scaledInput(x, index), m_scheduler.timesteps()[index], i, m_count);
    if (!answer) return answer.failure();
    Tensor fresh;
    if (m_scheduler.drawsNoise(index)) {
      Result<Tensor> drawn = m_noise.draw("step." + std::to_string(i), x.sizes());
      if (!drawn) return drawn.failure();
      fresh = drawn->to(x.device());
    }
    return m_scheduler.step(x, answer->to(x.device(), at::kFloat), index, fresh);
  }

  Tensor mended(const Tensor& latent, int next) const { return m_parts.mend ? m_parts.mend(latent, next) : latent; }

  Scheduler& m_scheduler;
  NoiseSource& m_noise;
  const DenoiseParts& m_parts;
  const std::stop_token& m_stop;
  int m_first;
  int m_count;
};

}  // namespace

Result<DenoiseEnd> denoise(Scheduler& scheduler, int first, Tensor start, NoiseSource& noise, const DenoiseParts& parts,
                           const std::stop_token& stop) {
  return Loop(scheduler, first, noise, parts, stop).run(std::move(start));
}

}  // namespace retailor::neural
