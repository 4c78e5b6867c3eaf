#include "app/command_line/write_sight.h"

#include <span>

#include "core/image/write_photo.h"

namespace retailor::command_line {

Result<std::vector<std::filesystem::path>> writeSight(const std::filesystem::path& folder, const completion::PreparedInputs& inputs) {
  constexpr int small = 6;  // zlib level
  std::vector<std::filesystem::path> files;
  for (const completion::PreparedInput& input : inputs.pictures) {
    const Result<image::Bytes> png = image::encodePng(input.picture, small);
    if (!png) return png.failure();
    files.push_back(folder / (completion::preparedInputKey(input) + ".png"));
    if (const Result<void> written = image::writeWhole(files.back(), std::as_bytes(std::span(*png))); !written) return written.failure();
  }
  return files;
}

}  // namespace retailor::command_line
