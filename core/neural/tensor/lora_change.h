#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>
#include <vector>

#include "core/neural/weights/lora/lora_file.h"
#include "core/result.h"

namespace retailor::neural {

// ratio · up · down in F32 on `device`, in the shape of the layer's weight: to be added to it, times the user's scale.
at::Tensor loraChange(const weights::LoraLayer& layer, at::Device device);

// A LoRA merged into live parameters. Keeps each changed weight's original, so that the scale can be changed and taken back to 0 without drift.
// The parameters must outlive it; use it on the thread that uses them.
class MergedLora {
 public:
  // The parameter "module.weight" of a component, or an undefined tensor.
  using ParameterOf = std::function<at::Tensor(const std::string& component, const std::string& name)>;

  // BadInput when a layer has no parameter or another shape. Nothing is changed until setScale.
  static Result<MergedLora> attach(const weights::LoraFile& file, const ParameterOf& parameterOf);

  // weight = original + scale · change, computed in F32 and rounded once to the weight's type. 0 gives the original's bits back.
  void setScale(double scale);

 private:
  struct Layer {
    at::Tensor parameter;
    at::Tensor original;
    at::Tensor change;  // the weight's shape would be large: kept as up and down
    weights::LoraLayer source;
  };
  std::vector<Layer> m_layers;
};

// The live way, for a linear layer or a convolution: y + scale · ratio · up(down(x)), nothing merged.
struct LiveLora {
  at::Tensor down;
  at::Tensor up;
  double ratio = 1;  // alpha / rank

  static LiveLora load(const weights::LoraLayer& layer, at::Device device, at::ScalarType type);
  at::Tensor addedTo(const at::Tensor& y, const at::Tensor& x, double scale) const;  // [.., in] -> [.., out]
  at::Tensor addedToConvolution(const at::Tensor& y, const at::Tensor& x, double scale, at::IntArrayRef stride, at::IntArrayRef padding) const;
};

}  // namespace retailor::neural
