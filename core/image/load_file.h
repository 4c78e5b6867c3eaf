#pragma once

#include <filesystem>

#include "core/image/photo.h"
#include "core/image/read_photo.h"
#include "core/result.h"

namespace retailor::image {

// The bytes of a plain file, its size checked before anything is allocated. BadInput for a missing, empty, unreadable or too large one,
// a folder or a device.
Result<Bytes> loadFile(const std::filesystem::path& file, const ReadBudget& budget);

}  // namespace retailor::image
