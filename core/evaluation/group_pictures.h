#pragma once

#include <filesystem>
#include <string>

#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::evaluation {

// A picture as it is compared: U8 sRGB, 3 channels, on white where it is transparent. BadInput names the file.
Result<image::Bitmap> comparedPicture(const std::filesystem::path& file);

// The text of a prompt's file without blanks at its ends. BadInput: it cannot be read or holds more than 64 KiB.
Result<std::string> readPrompt(const std::filesystem::path& file);

}  // namespace retailor::evaluation
