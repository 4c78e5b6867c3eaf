#include "core/metrics/networks/dreamsim/trunk_weights.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/refusal.h"

namespace retailor::metrics {
namespace {

using at::Tensor;
using weights::Shape;
using weights::WeightMap;

constexpr std::int64_t kHeadWidth = 64;     // of every published vision transformer in this layout
constexpr double kGridOffset = 0.1;         // that the authors add to a grid's side before they divide; it shifts the samples a little
constexpr std::int64_t kLongestPatch = 64;  // pixels

[[noreturn]] void refuse(const WeightMap& trunk, const std::string& why) {
  throw neural::RefusedModel("The weights in " + trunk.file.string() + " are not those of a vision transformer of DreamSim: " + why +
                             ". Download the file again.");
}

const Shape& shapeOf(const WeightMap& trunk, const std::string& name, std::size_t sides) {
  const weights::TensorView* found = trunk.find(name);
  if (found == nullptr || found->shape.size() != sides || !weights::isFloating(found->element) || found->count() == 0)
    refuse(trunk, name + " is missing or of another shape");
  return found->shape;
}

Tensor tensorIn(const WeightMap& trunk, const std::string& name) { return neural::loadedTensor(*trunk.find(name), at::kCPU, at::kFloat); }

std::int64_t patchSideOf(const WeightMap& trunk) {
  const std::int64_t side = shapeOf(trunk, "patch_embed.proj.weight", 4)[2];
  if (side > kLongestPatch) refuse(trunk, "its patches are too large");
  return side;
}

std::int64_t layersOf(const WeightMap& trunk) {
  return std::ranges::count_if(trunk.tensors,
                               [](const auto& one) { return one.first.starts_with("blocks.") && one.first.ends_with(".attn.qkv.weight"); });
}

// y·(W x + b) = (y·W) x + y·b, row by row.
void foldFactors(WeightMap& trunk, const std::string& factors, const std::string& layer) {
  if (trunk.find(factors) == nullptr) return;
  const std::int64_t rows = shapeOf(trunk, factors, 1)[0];
  for (const auto& [kind, sides] : {std::pair(".weight", 2U), {".bias", 1U}}) {
    if (shapeOf(trunk, layer + kind, sides)[0] != rows) refuse(trunk, layer + " and its factors differ in length");
    const Tensor factor = tensorIn(trunk, factors), changed = tensorIn(trunk, layer + kind);
    trunk.tensors[layer + kind] = neural::viewOf(changed * (sides == 2 ? factor.unsqueeze(1) : factor));
  }
}

void resamplePositions(WeightMap& trunk) {
  const std::int64_t grid = dreamSimSide / patchSideOf(trunk);
  const Shape& shape = shapeOf(trunk, "pos_embed", 3);
  const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(shape[1] - 1))));
  if (shape[0] != 1 || side < 1 || side * side != shape[1] - 1) refuse(trunk, "its positions lie in no square");
  if (side == grid) return;
  const double scale = (static_cast<double>(grid) + kGridOffset) / static_cast<double>(side);
  const Tensor all = tensorIn(trunk, "pos_embed");
  const Tensor square = all.narrow(1, 1, side * side).view({1, side, side, -1}).permute({0, 3, 1, 2});
  const Tensor fitted = at::upsample_bicubic2d(square, {grid, grid}, /*align_corners=*/false, scale, scale);
  trunk.tensors["pos_embed"] =
      neural::viewOf(at::cat({all.narrow(1, 0, 1), fitted.permute({0, 2, 3, 1}).reshape({1, grid * grid, -1})}, 1));
}

}  // namespace

Result<WeightMap> openTrunk(const DreamSimTrunk& trunk) {
  const Result<WeightMap> file = weights::openWeights(trunk.file);
  if (!file) return file.failure();
  for (const char* prefix : {"", "teacher.backbone.", "teacher.module.backbone."})
    if (WeightMap part = file->under(prefix); part.find("cls_token") != nullptr) return part;
  return weights::refused(trunk.file, "it holds no vision transformer in the layout that DreamSim's are published in");
}

void simplifyTrunk(WeightMap& trunk) {
  const std::int64_t layers = layersOf(trunk);
  for (std::int64_t i = 0; i < layers; ++i) {
    const std::string block = "blocks." + std::to_string(i) + ".";
    foldFactors(trunk, block + "ls1.gamma", block + "attn.proj");
    foldFactors(trunk, block + "ls2.gamma", block + "mlp.fc2");
  }
  resamplePositions(trunk);
}

Tensor projectionOf(const WeightMap& trunk, std::int64_t width) {
  if (shapeOf(trunk, "proj", 2)[0] != width) refuse(trunk, "its projection is of another width");
  return tensorIn(trunk, "proj");
}

neural::DinoSettings settingsOf(const WeightMap& trunk, DreamSimNetwork network) {
  const bool isClip = network == DreamSimNetwork::Clip || network == DreamSimNetwork::OpenClip;
  neural::DinoSettings settings;
  settings.stack.width = shapeOf(trunk, "cls_token", 3)[2];
  settings.stack.hidden = shapeOf(trunk, "blocks.0.mlp.fc1.weight", 2)[0];
  settings.stack.layers = layersOf(trunk);
  settings.stack.heads = settings.stack.width / kHeadWidth;
  settings.stack.epsilon = isClip ? 1e-5 : 1e-6;
  settings.stack.activation = network == DreamSimNetwork::Clip ? neural::Activation::QuickGelu : neural::Activation::Gelu;
  settings.imageSide = dreamSimSide;
  settings.patchSide = patchSideOf(trunk);
  settings.normalisesFirst = isClip;
  if (settings.stack.heads < 1 || settings.stack.width % kHeadWidth != 0) refuse(trunk, "its width is no multiple of 64");
  return settings;
}

}  // namespace retailor::metrics
