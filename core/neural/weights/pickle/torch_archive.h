#pragma once

#include <memory>
#include <string_view>

#include "core/neural/weights/mapped_file.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// Whether a file that starts so is a zip archive, as torch.save has written them since torch 1.6.
bool isTorchArchive(std::string_view start);

// The tensors of such an archive: ROOT/data.pkl, ROOT/data/KEY for each storage, stored uncompressed. `file` is for sentences.
Result<WeightMap> readTorchArchive(const std::shared_ptr<const MappedFile>& mapped, const std::filesystem::path& file);

}  // namespace retailor::weights
