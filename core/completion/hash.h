#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::completion {

// SHA-256, lower-case hex, of a picture's size, channels, sample type (32-bit little-endian numbers) and samples; or of a mask likewise.
// About 0.3 s for 24 megapixels: call it on a worker.
std::string sha256Of(const image::Bitmap& bitmap);
std::string sha256Of(const mask::Mask& mask);

// SHA-256, lower-case hex, of a file's bytes; a gigabyte takes one to three seconds. BadInput when it cannot be read. Empty when stopped.
Result<std::string> sha256Of(const std::filesystem::path& file, const std::stop_token& stop);

}  // namespace retailor::completion
