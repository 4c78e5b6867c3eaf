#include "core/neural/sampling/noise_source.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

namespace retailor::neural {
namespace {

std::string textOf(at::IntArrayRef shape) {
  std::string text;
  for (const std::int64_t side : shape) text += (text.empty() ? "" : ", ") + std::to_string(side);
  return "[" + text + "]";
}

}  // namespace

SeededNoise::SeededNoise(std::uint64_t seed) : m_generator(at::detail::createCPUGenerator(seed)) {}

Result<at::Tensor> SeededNoise::draw(const std::string&, at::IntArrayRef shape) {
  return at::randn(shape, m_generator, at::TensorOptions(at::kFloat));
}

GivenNoise::GivenNoise(Tensors tensors, std::int64_t variation, std::string origin)
    : m_tensors(std::move(tensors)), m_variation(variation), m_origin(std::move(origin)) {}

Result<at::Tensor> GivenNoise::draw(const std::string& name, at::IntArrayRef shape) {
  const auto found = m_tensors.find(name);
  if (found == m_tensors.end())
    return badInput("The noise file " + m_origin + " lacks the tensor '" + name + "' " + textOf(shape) + " that this run needs; add it.");
  at::Tensor tensor = found->second.to(at::kCPU, at::kFloat);
  if (tensor.dim() > 0 && tensor.size(0) > 1 && m_variation < tensor.size(0)) tensor = tensor.slice(0, m_variation, m_variation + 1);
  if (tensor.sizes() != shape)
    return badInput("In the noise file " + m_origin + " the tensor '" + name + "' has the shape " + textOf(found->second.sizes()) +
                    "; this run needs " + textOf(shape) + " for each variation.");
  return tensor.contiguous();
}

}  // namespace retailor::neural
