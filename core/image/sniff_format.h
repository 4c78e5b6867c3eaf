#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/image/write_photo.h"

namespace retailor::image {

// The format by the first bytes, whatever the file is called; nothing for foreign files.
std::optional<FileFormat> sniffedFormat(std::span<const std::byte> file);

// What a foreign file is, for a sentence: "is a GIF picture", "is not a picture that Retailor knows".
std::string foreignKind(std::span<const std::byte> file);

}  // namespace retailor::image
