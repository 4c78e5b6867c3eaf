#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/neural/weights/lora/lora_file.h"

namespace retailor::neural {

// ratio · up · down in F32 on the CPU, in `shape`, the layer's weight's: what is added to the weight, times the user's scale.
at::Tensor loraChange(const weights::LoraLayer& layer, at::IntArrayRef shape);

// LoRAs (Hu et al. 2021) merged into the weights of one model while its networks are loaded: the files stay as they are, and a network
// loaded without them is the original to the bit. A value; safe to use on any thread.
class MergedLoras {
 public:
  // Of several, the changes add up. Scale 0 changes nothing.
  void add(const weights::LoraFile& file, double scale);

  // What becomes of a component's parameter of that name on its way into a network: original + Σ scale · change, in F32, where a LoRA
  // changes it, else itself. For WeightSource::changedBy; empty for a component that no LoRA changes.
  using Change = std::function<at::Tensor(const std::string& name, const at::Tensor& weight)>;
  Change changeOf(const std::string& component) const;

 private:
  struct Part {
    weights::LoraLayer layer;
    double scale = 1;
  };
  std::map<std::string, std::map<std::string, std::vector<Part>>> m_parts;  // by component and the parameter's name
};

}  // namespace retailor::neural
