#pragma once

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <string>

#include "core/neural/layers/weight_source.h"

// Weights made up from their names, so that two implementations hold the same without a file: tests/parity/networks/tiny_models.py makes
// the same numbers.
namespace retailor::support {

// FNV-1a, 64 bits, without the sign bit.
inline std::uint64_t seedOf(const std::string& name) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const unsigned char byte : name) value = (value ^ byte) * 0x100000001b3;
  return value & 0x7fffffffffffffff;
}

inline at::Tensor normal(std::uint64_t seed, at::IntArrayRef shape) {
  return at::randn(shape, at::detail::createCPUGenerator(seed), at::TensorOptions(at::kFloat));
}

// Matrices and filters keep the size of what goes through them; scales of normalisations lie around 1; all else is small.
inline at::Tensor nameSeeded(const std::string& name, at::IntArrayRef shape) {
  const at::Tensor z = normal(seedOf(name), shape);
  if (shape.size() >= 2) return z / std::sqrt(static_cast<double>(z.numel()) / static_cast<double>(shape[0]));
  return shape.size() == 1 && name.ends_with(".weight") ? 1 + 0.1 * z : 0.1 * z;
}

inline neural::WeightSource nameSeededSource(neural::Placement placement = {}) { return {nameSeeded, placement}; }

}  // namespace retailor::support
