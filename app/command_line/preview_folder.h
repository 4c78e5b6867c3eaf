#pragma once

#include <filesystem>

#include "core/image/bitmap.h"
#include "core/result.h"

namespace retailor::command_line {

// Keeps previews as preview-001.png, preview-002.png, … in one folder, in the order they come. One thread at a time.
class PreviewFolder {
 public:
  PreviewFolder() = default;  // keeps nothing
  explicit PreviewFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  bool keeps() const { return !m_folder.empty(); }
  // The file it is in now. Each appears whole; it is not forced to disk, which would slow the run.
  Result<std::filesystem::path> add(const image::Bitmap& picture);

 private:
  std::filesystem::path m_folder;
  int m_count = 0;
};

}  // namespace retailor::command_line
