#include "core/neural/models/pose_guider.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

#include "core/neural/layers/activation.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr std::int64_t colours = 3;

std::string blockNamed(std::size_t index) { return "blocks." + std::to_string(index); }

// Channels that a convolution makes.
std::int64_t outOf(const weights::WeightMap& file, const std::string& layer) {
  const weights::TensorView* view = file.find(layer + ".weight");
  if (view == nullptr || view->shape.size() != 4)
    throw RefusedModel("The file " + file.file.string() + " is not a pose guider that Retailor knows: " + layer +
                       ".weight is not in it. Download it again.");
  return view->shape[0];
}

std::int64_t widestOf(const weights::WeightMap& file) {
  std::int64_t widest = 0;
  for (const auto& [name, view] : file.tensors)
    if (!view.shape.empty()) widest = std::max<std::int64_t>(widest, view.shape[0]);
  return widest;
}

}  // namespace

PoseGuider::PoseGuider(const weights::WeightMap& file, const Placement& placement)
    : m_owner(file.file.string()), m_placement(placement.forWidth(widestOf(file))), m_width(outOf(file, "conv_out")) {
  const WeightSource source = WeightSource::of(file, m_placement);
  std::int64_t width = outOf(file, "conv_in");
  m_in = Convolution(source / "conv_in", {.in = colours, .out = width, .maps = MapSize::Large});
  while (file.find(blockNamed(m_middle.size()) + ".weight") != nullptr) {
    const std::string block = blockNamed(m_middle.size());
    const std::int64_t in = width, stride = m_middle.size() % 2 == 0 ? 1 : 2;
    width = outOf(file, block);
    m_middle.emplace_back(source / block, ConvolutionOptions{.in = in, .out = width, .stride = stride, .maps = MapSize::Large});
  }
  m_out = Convolution(source / "conv_out", {.in = width, .out = m_width});
}

Result<std::shared_ptr<const PoseGuider>> PoseGuider::load(const weights::Component& component, const Placement& placement) {
  return guarded("Loading the pose guider", [&] {
    const c10::InferenceMode inference;
    return std::make_shared<const PoseGuider>(component.weights, placement);
  });
}

Tensor PoseGuider::forward(const Tensor& picture) const {
  const c10::InferenceMode inference;
  requireInput(picture.dim() == 4 && picture.size(1) == colours && picture.size(2) % factor() == 0 && picture.size(3) % factor() == 0,
               m_owner, "a pose picture of these sides");
  Tensor x = activate(m_in(picture.to(m_placement.device, m_placement.type)), Activation::Silu);
  for (const Convolution& block : m_middle) x = activate(block(x), Activation::Silu);
  return m_out(x).contiguous();
}

}  // namespace retailor::neural
