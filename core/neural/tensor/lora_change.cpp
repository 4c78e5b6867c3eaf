#include "core/neural/tensor/lora_change.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include "core/neural/tensor/weight_tensor.h"

namespace retailor::neural {
namespace {

at::Tensor matrix(const weights::TensorView& view, at::Device device) { return loadedTensor(view, device, at::kFloat).flatten(1); }

at::Tensor withKernel(const at::Tensor& tensor) { return tensor.dim() == 4 ? tensor : tensor.unsqueeze(-1).unsqueeze(-1); }

}  // namespace

// A kernel lies in down alone, and its height and width stay together when [rank, in, kh, kw] is seen as [rank, in·kh·kw].
at::Tensor loraChange(const weights::LoraLayer& layer, at::Device device, at::IntArrayRef shape) {
  return at::mm(matrix(layer.up, device), matrix(layer.down, device)).mul_(layer.ratio()).view(shape);
}

MergedLora::MergedLora(const weights::LoraFile& file, const ParameterOf& parameterOf) {
  for (const weights::LoraLayer& layer : file.layers)
    if (const at::Tensor parameter = parameterOf(layer.component, layer.module + ".weight"); parameter.defined())
      m_layers.push_back({parameter, parameter.detach().clone(), layer});
}

void MergedLora::setScale(double scale) {
  const at::NoGradGuard noGradient;
  for (Layer& layer : m_layers) {
    if (scale == 0) {
      layer.parameter.copy_(layer.original);
      continue;
    }
    const at::Tensor change = loraChange(layer.change, layer.original.device(), layer.original.sizes());
    layer.parameter.copy_(layer.original.to(at::kFloat).add(change, scale));
  }
}

LiveLora LiveLora::load(const weights::LoraLayer& layer, bool isConvolution, at::Device device, at::ScalarType type) {
  const at::Tensor down = loadedTensor(layer.down, device, type), up = loadedTensor(layer.up, device, type);
  if (isConvolution) return {withKernel(down), withKernel(up), layer.ratio()};
  return {down.flatten(1), up.flatten(1), layer.ratio()};
}

at::Tensor LiveLora::addedTo(const at::Tensor& y, const at::Tensor& x, double scale) const {
  return y.add(at::linear(at::linear(x, down), up), scale * ratio);
}

at::Tensor LiveLora::addedToConvolution(const at::Tensor& y, const at::Tensor& x, double scale, at::IntArrayRef stride,
                                        at::IntArrayRef padding) const {
  return y.add(at::conv2d(at::conv2d(x, down, {}, stride, padding), up), scale * ratio);
}

}  // namespace retailor::neural
