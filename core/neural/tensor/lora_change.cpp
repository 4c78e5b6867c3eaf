#include "core/neural/tensor/lora_change.h"

#include <ATen/Functions.h>

#include "core/neural/tensor/weight_tensor.h"

namespace retailor::neural {
namespace {

at::Tensor matrix(const weights::TensorView& view) { return loadedTensor(view, at::kCPU, at::kFloat).flatten(1); }

}  // namespace

// A kernel lies in down alone, and its height and width stay together when [rank, in, kh, kw] is seen as [rank, in·kh·kw].
at::Tensor loraChange(const weights::LoraLayer& layer, at::IntArrayRef shape) {
  return at::mm(matrix(layer.up), matrix(layer.down)).mul_(layer.ratio()).view(shape);
}

void MergedLoras::add(const weights::LoraFile& file, double scale) {
  if (scale == 0) return;
  for (const weights::LoraLayer& layer : file.layers) m_parts[layer.component][layer.module + ".weight"].push_back({layer, scale});
}

MergedLoras::Change MergedLoras::changeOf(const std::string& component) const {
  const auto found = m_parts.find(component);
  if (found == m_parts.end()) return {};
  return [parts = found->second](const std::string& name, const at::Tensor& weight) {
    const auto layer = parts.find(name);
    if (layer == parts.end()) return weight;
    at::Tensor changed = weight.to(at::kFloat, /*non_blocking=*/false, /*copy=*/true);
    for (const Part& part : layer->second) changed.add_(loraChange(part.layer, changed.sizes()), part.scale);
    return changed;
  };
}

}  // namespace retailor::neural
