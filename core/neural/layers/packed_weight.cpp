#include "core/neural/layers/packed_weight.h"

#include <ATen/Context.h>
#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>

namespace retailor::neural {
namespace {

using at::IntArrayRef;
using at::Tensor;
using MaybeTensor = std::optional<Tensor>;
using Word = c10::string_view;
using MaybeWord = std::optional<Word>;
using MaybeScalar = std::optional<at::Scalar>;
using Scalars = c10::List<MaybeScalar>;

// These kernels have no C++ header; they are called by the names libtorch registers them under.
template <class Signature>
c10::TypedOperatorHandle<Signature> kernel(const char* name, const char* overload = "") {
  return c10::Dispatcher::singleton().findSchemaOrThrow(name, overload).typed<Signature>();
}

MaybeTensor maybe(const Tensor& tensor) { return tensor.defined() ? MaybeTensor(tensor) : std::nullopt; }

constexpr std::int64_t once[2] = {1, 1};

Tensor multipliedAlone(const Tensor& x, const Tensor& packed, const Tensor& bias) {
  using Signature = Tensor(const Tensor&, const Tensor&, const MaybeTensor&, Word, Scalars, MaybeWord);
  static const auto linear = kernel<Signature>("mkldnn::_linear_pointwise");
  return linear.call(x, packed, maybe(bias), "none", Scalars(), std::nullopt);
}

Tensor convolvedAlone(const Tensor& x, const Tensor& packed, const Tensor& bias, IntArrayRef stride, IntArrayRef padding) {
  using Signature = Tensor(const Tensor&, const Tensor&, const MaybeTensor&, IntArrayRef, IntArrayRef, IntArrayRef, std::int64_t, Word,
                           Scalars, MaybeWord);
  static const auto convolution = kernel<Signature>("mkldnn::_convolution_pointwise");
  return convolution.call(x, packed, maybe(bias), padding, stride, once, 1, "none", Scalars(), std::nullopt);
}

}  // namespace

bool canPack(const Tensor& weight) {
  if (!weight.device().is_cpu() || !at::hasMKLDNN()) return false;
  return weight.scalar_type() == at::kFloat || (weight.scalar_type() == at::kBFloat16 && __builtin_cpu_supports("avx512bf16") != 0);
}

Tensor packedMatrix(const Tensor& weight) {
  static const auto reorder = kernel<Tensor(const Tensor&, std::optional<std::int64_t>)>("mkldnn::_reorder_linear_weight");
  constexpr std::int64_t typicalRows = 1024;  // oneDNN chooses its blocks by it; any number of rows works
  return reorder.call(weight.contiguous(), typicalRows);
}

Tensor packedFilter(const Tensor& weight, IntArrayRef stride, IntArrayRef padding) {
  using Signature = Tensor(const Tensor&, IntArrayRef, IntArrayRef, IntArrayRef, std::int64_t, at::OptionalIntArrayRef);
  static const auto reorder = kernel<Signature>("mkldnn::_reorder_convolution_weight");
  const std::int64_t typicalInput[4] = {1, weight.size(1), 32, 32};
  return reorder.call(weight.contiguous(at::MemoryFormat::ChannelsLast), padding, stride, once, 1, IntArrayRef(typicalInput));
}

Tensor multiplied(const Tensor& x, const Tensor& packed, const Tensor& bias, const Tensor& added) {
  if (!added.defined()) return multipliedAlone(x, packed, bias);
  using Signature = Tensor(const Tensor&, const Tensor&, const Tensor&, const MaybeTensor&, Word);
  static const auto linear = kernel<Signature>("mkldnn::_linear_pointwise", "binary");
  return linear.call(x, added, packed, maybe(bias), "add");
}

Tensor convolved(const Tensor& x, const Tensor& packed, const Tensor& bias, const Tensor& added, IntArrayRef stride, IntArrayRef padding) {
  if (!added.defined()) return convolvedAlone(x, packed, bias, stride, padding);
  // What is added to a map of one pixel is taken by oneDNN for a value a channel, whose layout it cannot tell then.
  if (added.size(2) * added.size(3) == 1) return convolvedAlone(x, packed, bias, stride, padding) + added;
  using Signature = Tensor(const Tensor&, const Tensor&, const Tensor&, const MaybeTensor&, IntArrayRef, IntArrayRef, IntArrayRef,
                           std::int64_t, Word, MaybeScalar, MaybeWord, Scalars, MaybeWord);
  static const auto convolution = kernel<Signature>("mkldnn::_convolution_pointwise", "binary");
  return convolution.call(x, added, packed, maybe(bias), padding, stride, once, 1, "add", std::nullopt, std::nullopt, Scalars(),
                          std::nullopt);
}

}  // namespace retailor::neural
