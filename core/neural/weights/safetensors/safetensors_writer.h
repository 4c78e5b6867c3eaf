#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/neural/weights/tensor_view.h"
#include "core/result.h"

namespace retailor::weights {

// Writes the tensors as one safetensors file: header padded to 8 bytes, larger elements first, so that every tensor is aligned. The file
// appears whole or not at all, and nothing is held in memory beside the tensors themselves. CannotWrite names the file and the reason.
Result<void> writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorView, std::less<>>& tensors,
                              const std::map<std::string, std::string, std::less<>>& metadata = {});

}  // namespace retailor::weights
