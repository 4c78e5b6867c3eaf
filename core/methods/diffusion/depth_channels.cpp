#include "core/methods/diffusion/depth_channels.h"

#include <ATen/ATen.h>

#include <system_error>

#include "core/neural/models/map_guider.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/refusal.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;

constexpr const char* constantFile = "depth_constant.safetensors";
constexpr const char* constantTensor = "depth";

// [1, 1, H, W]
Result<Tensor> storedDepth(const weights::ModelFolder& model) {
  const Result<weights::WeightMap> file = model.file(constantFile);
  if (!file) return file.failure();
  const weights::TensorView* view = file->find(constantTensor);
  if (view == nullptr || !weights::isFloating(view->element) || view->shape.size() < 2 || view->count() == 0)
    return weights::refused(file->file, "it holds no map named “" + std::string(constantTensor) + "”");
  const Tensor depth = neural::sharedTensor(*view).to(at::kFloat);
  const bool isOneMap = depth.numel() == depth.size(-2) * depth.size(-1);
  if (!isOneMap || !depth.isfinite().all().item<bool>()) return weights::refused(file->file, "its depth is not one map of numbers");
  return depth.reshape({1, 1, depth.size(-2), depth.size(-1)}).clone();
}

Result<Tensor> depthOfNothing(const weights::ModelFolder& model, const std::function<void(const std::string&)>& say) {
  std::error_code ignored;
  if (std::filesystem::exists(model.path() / constantFile, ignored)) return storedDepth(model);
  say("The model's folder has no " + std::string(constantFile) + ": the depth that it is told of is 0 everywhere.");
  return at::zeros({1, 1, 2, 2});
}

}  // namespace

Result<Tensor> depthChannels(image::Size window, NetworkSet& networks, MemoryLadder& ladder,
                             const std::function<void(const std::string&)>& say) {
  const Result<Tensor> depth = depthOfNothing(networks.model(), say);
  if (!depth) return depth;
  const auto work = [&]() -> Result<Tensor> {
    const auto component = networks.model().component("depth_guider", networks.device().variant());
    if (!component) return component.failure();
    const auto guider = neural::MapGuider::load(*component, networks.device().networks);
    if (!guider) return guider.failure();
    const Tensor fitted = at::upsample_bilinear2d(*depth, {window.height, window.width}, /*align_corners=*/true);
    return (*guider)->forward(fitted).to(at::kCPU, at::kFloat);
  };
  return ladder.attempt(Stage::Encoding, "Preparing the depth", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
