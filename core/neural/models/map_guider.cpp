#include "core/neural/models/map_guider.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/layers/activation.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

// Of a convolution's filter: what it makes (0) or takes (1).
std::int64_t channelsOf(const weights::WeightMap& file, const std::string& layer, std::size_t side) {
  const weights::TensorView* view = file.find(layer + ".weight");
  if (view == nullptr || view->shape.size() != 4)
    throw RefusedModel("The weights in " + file.file.string() + " are no guider that Retailor knows: the tensor " + layer +
                       ".weight is missing or no filter. Download the file again.");
  return view->shape[side];
}

std::string middleLayer(std::size_t index) { return "blocks." + std::to_string(index); }

}  // namespace

MapGuider::MapGuider(const weights::WeightMap& file, const Placement& placement)
    : m_owner(file.file.string()),
      m_placement(placement),
      m_channels(channelsOf(file, "conv_in", 1)),
      m_width(channelsOf(file, "conv_out", 0)) {
  const WeightSource source = WeightSource::of(file, m_placement);
  std::int64_t width = channelsOf(file, "conv_in", 0);
  m_in = Convolution(source / "conv_in", {.in = m_channels, .out = width, .maps = MapSize::Large});
  while (file.find(middleLayer(m_middle.size()) + ".weight") != nullptr) {
    const std::string layer = middleLayer(m_middle.size());
    const std::int64_t in = width, stride = m_middle.size() % 2 == 0 ? 1 : 2;
    width = channelsOf(file, layer, 0);
    m_middle.emplace_back(source / layer, ConvolutionOptions{.in = in, .out = width, .stride = stride, .maps = MapSize::Large});
  }
  m_out = Convolution(source / "conv_out", {.in = width, .out = m_width});
}

Result<std::shared_ptr<const MapGuider>> MapGuider::load(const weights::Component& component, const Placement& placement) {
  return guarded("Loading the guider", [&] {
    const c10::InferenceMode inference;
    return std::make_shared<const MapGuider>(component.weights, placement);
  });
}

Tensor MapGuider::forward(const Tensor& map) const {
  const c10::InferenceMode inference;
  requireInput(map.dim() == 4 && map.size(1) == m_channels && map.size(2) % factor() == 0 && map.size(3) % factor() == 0, m_owner,
               "a map of these sides");
  Tensor x = activate(m_in(map.to(m_placement.device, m_placement.type)), Activation::Silu);
  for (const Convolution& layer : m_middle) x = activate(layer(x), Activation::Silu);
  return m_out(x).contiguous();
}

}  // namespace retailor::neural
