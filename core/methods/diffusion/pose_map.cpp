#include "core/methods/diffusion/pose_map.h"

#include <ATen/ATen.h>

#include "core/methods/diffusion/reference_resize.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/neural/models/pose_guider.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;

// What is transparent shows nobody, and nobody is black.
image::Bitmap overBlack(const image::Bitmap& picture) {
  if (!picture.hasAlpha()) return picture;
  image::Bitmap plain(picture.size(), 3, image::SampleType::U8);
  const auto from = picture.view<std::uint8_t>();
  const auto to = plain.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      for (int c = 0; c < 3; ++c) to.pixel(x, y)[c] = static_cast<std::uint8_t>((from.pixel(x, y)[c] * from.pixel(x, y)[3] + 127) / 255);
  return plain;
}

}  // namespace

Result<Tensor> poseMap(const completion::CompletionRequest& request, const composite::CropWindow& window, const std::string& part,
                       NetworkSet& networks, MemoryLadder& ladder) {
  if (!request.pose.picture) return Tensor();
  image::Bitmap pose = overBlack(request.pose.picture->cropped(window.rect));
  if (pose.size() != window.workingSize) pose = resizedAsReference(pose, window.workingSize, resample::Filter::Bicubic);
  const Tensor seen = pictureTensor(pose) / 2 + 0.5;
  const auto work = [&]() -> Result<Tensor> {
    const auto component = networks.model().component(part, networks.device().variant());
    if (!component) return component.failure();
    networks.used(part, component->weights.file);
    const auto guider = neural::PoseGuider::load(*component, networks.device().networks);
    if (!guider) return guider.failure();
    const Tensor map = (*guider)->forward(seen).to(at::kCPU, at::kFloat);
    return map.isfinite().all().item<bool>() ? Result<Tensor>(map) : networks.damaged(part);
  };
  return ladder.attempt(Stage::Encoding, "Looking at the pose", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
