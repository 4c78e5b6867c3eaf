#pragma once

#include <memory>
#include <string_view>

#include "core/neural/weights/mapped_file.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// Whether a file that starts so is what torch.save wrote before torch 1.6: five pickles, then the storages.
bool isTorchStream(std::string_view start);

// The tensors of such a file. `file` is for sentences.
Result<WeightMap> readTorchStream(const std::shared_ptr<const MappedFile>& mapped, const std::filesystem::path& file);

}  // namespace retailor::weights
