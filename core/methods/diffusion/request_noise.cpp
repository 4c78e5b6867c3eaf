#include "core/methods/diffusion/request_noise.h"

#include <ATen/ATen.h>

#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::diffusion {
namespace {

constexpr std::int64_t kLargestSide = 2048;  // latent pixels

Failure useless(const std::string& file, const std::string& why) {
  return badInput("The noise file " + file + " cannot be used: " + why + ".");
}

}  // namespace

Result<RequestNoise> RequestNoise::open(const completion::CompletionRequest& request) {
  RequestNoise noise;
  noise.m_seed = request.settings.seed;
  noise.m_file = request.noiseFile;
  if (noise.m_file.empty()) return noise;
  const Result<weights::WeightMap> file = weights::openWeights(noise.m_file);
  if (!file) return badInput(file.failure().sentence);
  for (const auto& [name, view] : file->tensors) {
    if (!weights::isFloating(view.element)) continue;
    const at::Tensor& tensor = noise.m_tensors[name] = neural::sharedTensor(view);
    if (!tensor.isfinite().all().item<bool>()) return useless(noise.m_file, "not all of '" + name + "' are numbers");
  }
  const auto init = noise.m_tensors.find("init");
  if (init == noise.m_tensors.end()) return useless(noise.m_file, "it lacks the tensor 'init'");
  const at::Tensor& start = init->second;
  if (start.dim() != 4 || start.numel() == 0 || start.size(2) > kLargestSide || start.size(3) > kLargestSide)
    return useless(noise.m_file, "'init' is not of the shape [variations, channels, height, width]");
  if (start.size(0) < request.settings.variations)
    return useless(noise.m_file, "'init' has " + std::to_string(start.size(0)) + " rows for " +
                                     std::to_string(request.settings.variations) + " variations");
  return noise;
}

image::Size RequestNoise::latentSize() const {
  const at::Tensor& init = m_tensors.at("init");
  return {static_cast<int>(init.size(3)), static_cast<int>(init.size(2))};
}

std::unique_ptr<neural::NoiseSource> RequestNoise::variation(int index) const {
  if (isGiven()) return std::make_unique<neural::GivenNoise>(m_tensors, index, m_file);
  return std::make_unique<neural::SeededNoise>(m_seed + static_cast<std::uint64_t>(index));
}

}  // namespace retailor::diffusion
