#include "core/neural/layers/activation.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <map>

#include "core/neural/layers/kernels/gated_gelu.h"

namespace retailor::neural {
namespace {

bool suitsKernel(const at::Tensor& x) {
  return x.device().is_cpu() && x.scalar_type() == at::kFloat && x.size(-1) % 16 == 0 && gatedGeluKernel() != nullptr;
}

at::Tensor gatedByKernel(const at::Tensor& x) {
  constexpr std::int64_t rowsAtOnce = 16;  // fewer are not worth another thread
  auto shape = x.sizes().vec();
  const std::int64_t width = shape.back() / 2;
  shape.back() = width;
  const at::Tensor from = x.contiguous(), y = at::empty(shape, x.options());
  at::parallel_for(0, y.numel() / width, rowsAtOnce, [&](std::int64_t first, std::int64_t last) {
    gatedGeluKernel()(from.const_data_ptr<float>() + first * 2 * width, y.mutable_data_ptr<float>() + first * width, last - first, width);
  });
  return y;
}

}  // namespace

std::optional<Activation> activationNamed(const std::string& word) {
  static const std::map<std::string, Activation> known = {{"gelu", Activation::Gelu},
                                                          {"gelu_new", Activation::GeluTanh},
                                                          {"gelu_pytorch_tanh", Activation::GeluTanh},
                                                          {"quick_gelu", Activation::QuickGelu},
                                                          {"silu", Activation::Silu},
                                                          {"swish", Activation::Silu},
                                                          {"relu", Activation::Relu}};
  const auto found = known.find(word);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

at::Tensor activate(at::Tensor x, Activation activation) {
  switch (activation) {
    case Activation::Gelu: return at::gelu_(x);
    case Activation::GeluTanh: return at::gelu_(x, "tanh");
    case Activation::QuickGelu: return x.mul_(at::sigmoid(x * 1.702));
    case Activation::Silu: return at::silu_(x);
    case Activation::Relu: return x.relu_();
  }
  return x;
}

at::Tensor gatedByGelu(const at::Tensor& x, Operators operators) {
  if (operators == Operators::Fast && suitsKernel(x)) return gatedByKernel(x);
  const auto halves = x.chunk(2, -1);
  return at::gelu(halves[1]).mul_(halves[0]);
}

}  // namespace retailor::neural
