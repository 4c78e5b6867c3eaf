#include "core/neural/models/lpips.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

// A convolution of the trunk, and what stands around it.
struct TrunkLayer {
  std::int64_t index;  // in the file: "features.<index>"
  std::int64_t in, out, side, stride, padding;
  bool poolsBefore, isLookedAt;
};

constexpr std::array<TrunkLayer, 5> kAlexNet{{{0, 3, 64, 11, 4, 2, false, true},
                                              {3, 64, 192, 5, 1, 2, true, true},
                                              {6, 192, 384, 3, 1, 1, true, true},
                                              {8, 384, 256, 3, 1, 1, false, true},
                                              {10, 256, 256, 3, 1, 1, false, true}}};
constexpr std::array<TrunkLayer, 13> kVgg16{{{0, 3, 64, 3, 1, 1, false, false},
                                             {2, 64, 64, 3, 1, 1, false, true},
                                             {5, 64, 128, 3, 1, 1, true, false},
                                             {7, 128, 128, 3, 1, 1, false, true},
                                             {10, 128, 256, 3, 1, 1, true, false},
                                             {12, 256, 256, 3, 1, 1, false, false},
                                             {14, 256, 256, 3, 1, 1, false, true},
                                             {17, 256, 512, 3, 1, 1, true, false},
                                             {19, 512, 512, 3, 1, 1, false, false},
                                             {21, 512, 512, 3, 1, 1, false, true},
                                             {24, 512, 512, 3, 1, 1, true, false},
                                             {26, 512, 512, 3, 1, 1, false, false},
                                             {28, 512, 512, 3, 1, 1, false, true}}};

// Sums of the published heads of version 0.1. Those of version 0.0 have the same names and shapes, and give other numbers.
constexpr std::array<double, 5> kAlexHeadSums{2.349532314, 16.14302748, 39.26843925, 27.19717844, 20.3171771};
constexpr std::array<double, 5> kVggHeadSums{6.925991701, 8.858334009, 17.51500605, 51.52132303, 47.03485376};

std::span<const TrunkLayer> layersOf(LpipsTrunk kind) {
  if (kind == LpipsTrunk::AlexNet) return kAlexNet;
  return kVgg16;
}

Tensor pooled(const Tensor& x, LpipsTrunk kind) {
  const std::int64_t window = kind == LpipsTrunk::AlexNet ? 3 : 2;
  return at::max_pool2d(x, {window, window}, {2, 2});
}

// What the trunk was taught with, on pictures in -1..1.
Tensor scaled(const Tensor& pictures) {
  static const Tensor shift = at::tensor({-0.030F, -0.088F, -0.188F}).view({1, 3, 1, 1});
  static const Tensor scale = at::tensor({0.458F, 0.448F, 0.450F}).view({1, 3, 1, 1});
  return (pictures / 127.5 - 1 - shift) / scale;
}

Tensor unitLength(const Tensor& features) {
  constexpr double epsilon = 1e-10;
  return features / (features.square().sum(1, /*keepdim=*/true).sqrt() + epsilon);
}

void requirePublishedHeads(const std::vector<Tensor>& heads, LpipsTrunk kind, const std::string& owner) {
  const auto& sums = kind == LpipsTrunk::AlexNet ? kAlexHeadSums : kVggHeadSums;
  for (std::size_t i = 0; i < heads.size(); ++i)
    if (!(std::abs(heads[i].sum().item<double>() - sums[i]) < 1e-3 * sums[i]))
      throw RefusedModel("The weights in " + owner + " are not the heads of LPIPS version 0.1. Take them from lpips/weights/v0.1.");
}

}  // namespace

Lpips::Lpips(const WeightSource& trunk, const WeightSource& heads, LpipsTrunk kind) : m_kind(kind) {
  for (const TrunkLayer& layer : layersOf(kind)) {
    const ConvolutionOptions options{
        .in = layer.in, .out = layer.out, .side = layer.side, .stride = layer.stride, .padding = layer.padding};
    m_steps.push_back({Convolution(trunk / "features" / layer.index, options), layer.poolsBefore, layer.isLookedAt});
    if (!layer.isLookedAt) continue;
    const auto head = static_cast<std::int64_t>(m_heads.size());
    m_heads.push_back(heads.take("lin" + std::to_string(head) + ".model.1.weight", {1, layer.out, 1, 1}));
  }
}

Result<std::shared_ptr<const Lpips>> Lpips::load(const weights::WeightMap& trunk, const weights::WeightMap& heads, LpipsTrunk kind) {
  return guarded("Loading LPIPS", [&] {
    const c10::InferenceMode inference;
    const Placement plain{at::kCPU, at::kFloat, Operators::Plain};
    auto loaded = std::make_shared<const Lpips>(WeightSource::of(trunk, plain), WeightSource::of(heads, plain), kind);
    requirePublishedHeads(loaded->m_heads, kind, heads.file.string());
    return loaded;
  });
}

std::int64_t Lpips::shortestSide() const { return m_kind == LpipsTrunk::AlexNet ? 31 : 16; }

std::vector<Tensor> Lpips::features(const Tensor& pictures) const {
  const c10::InferenceMode inference;
  std::vector<Tensor> seen;
  Tensor x = scaled(pictures);
  for (const Step& step : m_steps) {
    if (step.poolsBefore) x = pooled(x, m_kind);
    x = step.convolution(x).relu();
    if (step.isLookedAt) seen.push_back(x);
  }
  return seen;
}

Lpips::Distance Lpips::between(const Tensor& one, const Tensor& other) const {
  const c10::InferenceMode inference;
  const auto fits = [this](const Tensor& x) {
    return x.dim() == 4 && x.size(0) == 1 && x.size(1) == 3 && std::min(x.size(2), x.size(3)) >= shortestSide();
  };
  requireInput(fits(one) && one.sizes() == other.sizes(), "LPIPS",
               "two pictures of one size, with both sides at least " + std::to_string(shortestSide()) + " pixels");
  Distance distance;
  distance.map = at::zeros({one.size(2), one.size(3)});
  const std::vector<Tensor> seen = features(at::cat({one, other}));
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const Tensor unit = unitLength(seen[i]);
    const Tensor map = ((unit[0] - unit[1]).square().unsqueeze(0) * m_heads[i]).sum(1, /*keepdim=*/true);  // [1, 1, h, w]
    distance.layers[i] = map.mean(at::kDouble).item<double>();
    distance.whole += distance.layers[i];
    distance.map += at::upsample_bilinear2d(map, one.sizes().slice(2), /*align_corners=*/false)[0][0];
  }
  return distance;
}

}  // namespace retailor::neural
