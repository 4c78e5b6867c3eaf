#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>

#include "core/neural/weights/weight_map.h"

namespace retailor::neural {

// The tensor on the CPU in the file's own element type, sharing the mapped bytes (copied where they are not aligned). Read only: writing to
// it faults. It keeps the mapping alive.
at::Tensor sharedTensor(const weights::TensorView& view);

// A tensor of its own on `device`; floating elements become `type`, others stay. One tensor at a time goes through memory.
at::Tensor loadedTensor(const weights::TensorView& view, at::Device device, at::ScalarType type);

// A view of a tensor's bytes for writeSafetensors; moved to the CPU and made contiguous first where needed.
weights::TensorView viewOf(const at::Tensor& tensor);

at::ScalarType scalarTypeOf(weights::Element element);

}  // namespace retailor::neural
