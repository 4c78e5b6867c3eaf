#include "core/neural/layers/activation.h"

#include <ATen/ATen.h>

#include <map>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

Activation activationNamed(const std::string& word) {
  static const std::map<std::string, Activation> known = {
      {"gelu", Activation::Gelu},        {"gelu_new", Activation::GeluTanh}, {"gelu_pytorch_tanh", Activation::GeluTanh},
      {"quick_gelu", Activation::QuickGelu}, {"silu", Activation::Silu},     {"swish", Activation::Silu},
      {"relu", Activation::Relu}};
  const auto found = known.find(word);
  if (found == known.end()) throw RefusedModel("The model's settings name the activation “" + word + "”, which Retailor does not know.");
  return found->second;
}

at::Tensor activate(at::Tensor x, Activation activation) {
  switch (activation) {
    case Activation::Gelu:
      return at::gelu_(x);
    case Activation::GeluTanh:
      return at::gelu_(x, "tanh");
    case Activation::QuickGelu:
      return x.mul_(at::sigmoid(x * 1.702));
    case Activation::Silu:
      return at::silu_(x);
    case Activation::Relu:
      return x.relu_();
  }
  return x;
}

at::Tensor gatedByGelu(const at::Tensor& x) {
  const auto halves = x.chunk(2, -1);
  return at::gelu(halves[1]).mul_(halves[0]);
}

}  // namespace retailor::neural
