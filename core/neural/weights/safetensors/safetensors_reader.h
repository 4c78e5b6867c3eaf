#pragma once

#include <memory>

#include "core/neural/weights/mapped_file.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// The tensors of a mapped safetensors file. `file` is for sentences.
Result<WeightMap> readSafetensors(const std::shared_ptr<const MappedFile>& mapped, const std::filesystem::path& file);

}  // namespace retailor::weights
