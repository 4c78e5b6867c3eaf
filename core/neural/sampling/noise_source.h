#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "core/result.h"

namespace retailor::neural {

// Where a run's random tensors come from: standard normals, F32, on the CPU, so that every device makes the same picture. Names: "init",
// "image_posterior", "masked_image_posterior", "reference_posterior.<k>", "step.<i>". One thread; asked in the order in which the run needs
// them.
class NoiseSource {
 public:
  virtual ~NoiseSource() = default;
  // BadInput when a source that was given from outside lacks the tensor or has another shape.
  virtual Result<at::Tensor> draw(const std::string& name, at::IntArrayRef shape) = 0;
  // Whether a sample of a posterior can be drawn; where not, its mean is taken.
  virtual bool has(const std::string& /*name*/) const { return true; }
};

// Drawn one after the other from torch's CPU generator with this seed.
class SeededNoise final : public NoiseSource {
 public:
  explicit SeededNoise(std::uint64_t seed);
  Result<at::Tensor> draw(const std::string& name, at::IntArrayRef shape) override;

 private:
  at::Generator m_generator;
};

// Given by name, for comparisons with other implementations. A tensor with several rows holds one for each variation; one with a single row
// is every variation's.
class GivenNoise final : public NoiseSource {
 public:
  using Tensors = std::map<std::string, at::Tensor>;
  // `origin` names the file in sentences.
  GivenNoise(Tensors tensors, std::int64_t variation, std::string origin);
  Result<at::Tensor> draw(const std::string& name, at::IntArrayRef shape) override;
  bool has(const std::string& name) const override { return m_tensors.contains(name); }

 private:
  Tensors m_tensors;
  std::int64_t m_variation;
  std::string m_origin;
};

// Asked of a function: for methods that work out their noise (inversion).
class ComputedNoise final : public NoiseSource {
 public:
  using Function = std::function<at::Tensor(const std::string& name, at::IntArrayRef shape)>;
  explicit ComputedNoise(Function function) : m_function(std::move(function)) {}
  Result<at::Tensor> draw(const std::string& name, at::IntArrayRef shape) override { return m_function(name, shape); }

 private:
  Function m_function;
};

}  // namespace retailor::neural
