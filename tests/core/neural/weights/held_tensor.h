#pragma once

#include <memory>
#include <vector>

#include "core/neural/weights/weight_map.h"

namespace retailor::tests {

// A tensor of ones in memory, for what cares only about names and shapes.
inline weights::TensorView ones(const weights::Shape& shape) {
  weights::TensorView view{weights::Element::F32, shape, {}, nullptr};
  const auto kept = std::make_shared<const std::vector<float>>(static_cast<std::size_t>(view.count()), 1.0F);
  view.bytes = std::as_bytes(std::span(*kept));
  view.keeper = kept;
  return view;
}

inline weights::TensorView numbers(const weights::Shape& shape, const std::vector<float>& values) {
  const auto kept = std::make_shared<const std::vector<float>>(values);
  return {weights::Element::F32, shape, std::as_bytes(std::span(*kept)), kept};
}

}  // namespace retailor::tests
