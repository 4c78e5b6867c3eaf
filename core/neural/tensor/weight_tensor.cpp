#include "core/neural/tensor/weight_tensor.h"

#include <ATen/Functions.h>

#include <cstdint>
#include <cstring>

namespace retailor::neural {
namespace {

bool isAligned(const weights::TensorView& view) {
  return reinterpret_cast<std::uintptr_t>(view.bytes.data()) % weights::bytesOf(view.element) == 0;
}

at::Tensor copied(const weights::TensorView& view) {
  at::Tensor tensor = at::empty(view.shape, at::TensorOptions(scalarTypeOf(view.element)));
  if (!view.bytes.empty()) std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
  return tensor;
}

weights::Element elementOf(at::ScalarType type) {
  using weights::Element;
  for (const Element element : {Element::Bool, Element::U8, Element::I8, Element::U16, Element::I16, Element::U32, Element::I32,
                                Element::U64, Element::I64, Element::F16, Element::BF16, Element::F64})
    if (scalarTypeOf(element) == type) return element;
  return Element::F32;
}

}  // namespace

at::ScalarType scalarTypeOf(weights::Element element) {
  using weights::Element;
  switch (element) {
    case Element::Bool: return at::kBool;
    case Element::U8: return at::kByte;
    case Element::I8: return at::kChar;
    case Element::U16: return at::kUInt16;
    case Element::I16: return at::kShort;
    case Element::U32: return at::kUInt32;
    case Element::I32: return at::kInt;
    case Element::U64: return at::kUInt64;
    case Element::I64: return at::kLong;
    case Element::F16: return at::kHalf;
    case Element::BF16: return at::kBFloat16;
    case Element::F32: return at::kFloat;
    case Element::F64: return at::kDouble;
  }
  return at::kFloat;
}

at::Tensor sharedTensor(const weights::TensorView& view) {
  if (view.bytes.empty() || !isAligned(view)) return copied(view);
  const auto keeper = view.keeper;
  return at::from_blob(
      const_cast<std::byte*>(view.bytes.data()), view.shape, [keeper](void*) {}, at::TensorOptions(scalarTypeOf(view.element)));
}

at::Tensor loadedTensor(const weights::TensorView& view, at::Device device, at::ScalarType type) {
  const at::ScalarType wanted = weights::isFloating(view.element) ? type : scalarTypeOf(view.element);
  const at::Tensor shared = sharedTensor(view);
  return shared.to(device, wanted, false, /*copy=*/true);
}

weights::TensorView viewOf(const at::Tensor& tensor) {
  const auto kept = std::make_shared<const at::Tensor>(tensor.detach().to(at::kCPU).contiguous());
  const auto* start = static_cast<const std::byte*>(kept->const_data_ptr());
  return {elementOf(kept->scalar_type()), kept->sizes().vec(), {start, static_cast<std::size_t>(kept->nbytes())}, kept};
}

}  // namespace retailor::neural
