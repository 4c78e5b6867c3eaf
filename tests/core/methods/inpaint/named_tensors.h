#pragma once

#include <ATen/ATen.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"

namespace retailor::tests {

using NamedTensors = std::map<std::string, at::Tensor>;

// As safetensors; throws when the disk refuses.
inline void writeTensors(const std::filesystem::path& file, const NamedTensors& tensors) {
  std::filesystem::create_directories(file.parent_path());
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [name, tensor] : tensors) views[name] = neural::viewOf(tensor);
  if (const auto written = weights::writeSafetensors(file, views); !written) throw std::runtime_error(written.failure().sentence);
}

// What a file of tensors holds, of its own; throws where it cannot be read.
inline NamedTensors tensorsOf(const std::filesystem::path& file) {
  NamedTensors tensors;
  const auto opened = weights::openWeights(file).value();
  for (const auto& [name, view] : opened.tensors) tensors[name] = neural::sharedTensor(view).clone();
  return tensors;
}

}  // namespace retailor::tests
