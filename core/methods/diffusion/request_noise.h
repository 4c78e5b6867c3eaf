#pragma once

#include <memory>

#include "core/completion/completion_request.h"
#include "core/image/geometry.h"
#include "core/neural/sampling/noise_source.h"

namespace retailor::diffusion {

// The random tensors of a request: from its noise file where it names one, else from its seed.
class RequestNoise {
 public:
  // Reads the noise file. BadInput when it cannot be read, lacks "init" or "init" has no rows for each variation.
  static Result<RequestNoise> open(const completion::CompletionRequest& request);

  bool isGiven() const { return !m_tensors.empty(); }
  // Width and height of the latents that given noise is for, in latent pixels.
  image::Size latentSize() const;
  // The source for one variation; seeds count up from the request's.
  std::unique_ptr<neural::NoiseSource> variation(int index) const;

 private:
  neural::GivenNoise::Tensors m_tensors;
  std::string m_file;
  std::uint64_t m_seed = 0;
};

}  // namespace retailor::diffusion
