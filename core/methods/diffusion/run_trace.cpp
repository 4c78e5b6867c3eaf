#include "core/methods/diffusion/run_trace.h"

#include <ATen/ATen.h>

#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"

namespace retailor::diffusion {
namespace {

at::Tensor onProcessor(const at::Tensor& tensor) {
  return tensor.to(at::kCPU, tensor.is_floating_point() ? at::kFloat : tensor.scalar_type()).clone();
}

}  // namespace

void RunTrace::keep(const std::string& name, const at::Tensor& tensor) {
  if (wanted()) m_parts[name] = {onProcessor(tensor)};
}

void RunTrace::add(const std::string& name, const at::Tensor& tensor) {
  if (wanted()) m_parts[name].push_back(onProcessor(tensor));
}

void RunTrace::addPicture(const std::string& name, const at::Tensor& tensor) {
  add(name, tensor);
  if (wanted()) m_pictures.insert(name);
}

void RunTrace::clear() {
  m_parts.clear();
  m_pictures.clear();
}

Result<void> RunTrace::write() const {
  if (!wanted()) return {};
  std::map<std::string, at::Tensor> joined;
  for (const auto& [name, parts] : m_parts) {
    at::Tensor tensor = parts.size() == 1 ? parts.front() : at::cat(parts);
    if (parts.size() == 1 && m_pictures.contains(name)) tensor = tensor.squeeze(0);
    joined[name] = tensor.contiguous();
  }
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [name, tensor] : joined) views[name] = neural::viewOf(tensor);
  return weights::writeSafetensors(m_file, views);
}

}  // namespace retailor::diffusion
