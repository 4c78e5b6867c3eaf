#include "core/neural/sampling/latent_preview.h"

#include <ATen/ATen.h>

#include <array>
#include <cstring>

namespace retailor::neural {
namespace {

constexpr std::array<float, 12> redGreenBlue{0.3512f,  0.2297f, 0.3227f, 0.3250f,  0.4974f,  0.2350f,   // a row for each latent channel
                                             -0.2829f, 0.1762f, 0.2721f, -0.2120f, -0.2616f, -0.7177f};

}  // namespace

image::Bitmap pictureOf(const at::Tensor& decoded) {
  const at::Tensor bytes =
      (decoded[0].to(at::kFloat).nan_to_num(0.5).clamp(0, 1) * 255).round().permute({1, 2, 0}).to(at::kCPU, at::kByte).contiguous();
  image::Bitmap picture({static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0))}, 3, image::SampleType::U8);
  std::memcpy(picture.bytes(), bytes.data_ptr(), picture.byteCount());
  return picture;
}

image::Bitmap linearPreview(const at::Tensor& latent) {
  const at::Tensor map = at::tensor(at::ArrayRef<float>(redGreenBlue.data(), redGreenBlue.size())).view({4, 3});
  const at::Tensor pixels = at::matmul(latent.to(at::kCPU, at::kFloat).permute({0, 2, 3, 1}), map);
  return pictureOf(((pixels + 1) / 2).permute({0, 3, 1, 2}));
}

}  // namespace retailor::neural
