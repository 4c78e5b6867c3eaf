#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>
#include <vector>

#include "core/neural/weights/lora/lora_file.h"
#include "core/result.h"

namespace retailor::neural {

// ratio · up · down in F32 on `device`, in `shape`, the layer's weight's: what is added to the weight, times the user's scale.
at::Tensor loraChange(const weights::LoraLayer& layer, at::Device device, at::IntArrayRef shape);

// A LoRA merged into live parameters. Keeps each changed weight's original, so that the scale can be changed, and taken back to 0, without
// drift. The parameters are shared with their module. Use it on the thread that uses the module, between two runs of it.
class MergedLora {
 public:
  // The parameter `name`, "….weight", of a component; an undefined tensor where there is none.
  using ParameterOf = std::function<at::Tensor(const std::string& component, const std::string& name)>;

  // Only the layers of components that `parameterOf` knows are taken. Nothing is changed until setScale. Several LoRAs may be merged into
  // the same parameters, if they are attached and undone in the order of a stack.
  MergedLora(const weights::LoraFile& file, const ParameterOf& parameterOf);

  // weight = original + scale · change, computed in F32 and rounded once to the weight's type. 0 gives back the original's bits.
  void setScale(double scale);

  std::size_t layerCount() const { return m_layers.size(); }

 private:
  struct Layer {
    at::Tensor parameter;
    at::Tensor original;
    weights::LoraLayer change;
  };
  std::vector<Layer> m_layers;
};

// The live way, nothing merged: y + scale · ratio · up(down(x)).
struct LiveLora {
  at::Tensor down;   // [rank, in] or [rank, in, kh, kw]
  at::Tensor up;     // [out, rank] or [out, rank, 1, 1]
  double ratio = 1;  // alpha / rank

  // `isConvolution` says what the layer is: files store 1×1 convolutions either way.
  static LiveLora load(const weights::LoraLayer& layer, bool isConvolution, at::Device device, at::ScalarType type);

  at::Tensor addedTo(const at::Tensor& y, const at::Tensor& x, double scale) const;  // [.., out] and [.., in]
  at::Tensor addedToConvolution(const at::Tensor& y, const at::Tensor& x, double scale, at::IntArrayRef stride,
                                at::IntArrayRef padding) const;
};

}  // namespace retailor::neural
