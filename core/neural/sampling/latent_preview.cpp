#include "core/neural/sampling/latent_preview.h"

#include <ATen/ATen.h>

#include <array>

namespace retailor::neural {
namespace {

constexpr std::array<float, 12> redGreenBlue{0.3512f,  0.2297f, 0.3227f, 0.3250f,  0.4974f,  0.2350f,  // a row for each latent channel
                                             -0.2829f, 0.1762f, 0.2721f, -0.2120f, -0.2616f, -0.7177f};

}  // namespace

at::Tensor samplesOf(const at::Tensor& decoded) {
  const at::Tensor rows = decoded[0].to(at::kFloat).nan_to_num(0.5).clamp(0, 1).permute({1, 2, 0});
  return (rows * 255).round().to(at::kCPU, at::kByte).contiguous();
}

at::Tensor linearPreview(const at::Tensor& latent) {
  const at::Tensor map = at::tensor(at::ArrayRef<float>(redGreenBlue.data(), redGreenBlue.size())).view({4, 3});
  const at::Tensor pixels = at::matmul(latent.to(at::kCPU, at::kFloat).permute({0, 2, 3, 1}), map);
  return samplesOf(((pixels + 1) / 2).permute({0, 3, 1, 2}));
}

}  // namespace retailor::neural
