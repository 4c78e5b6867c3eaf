#include "app/command_line/preview_folder.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "core/image/write_photo.h"

namespace retailor::command_line {

Result<std::filesystem::path> PreviewFolder::add(const image::Bitmap& picture) {
  constexpr int fastest = 1;  // zlib level: a preview must not hold up the run
  const Result<image::Bytes> png = image::encodePng(picture, fastest);
  if (!png) return png.failure();

  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "preview-%03d.png", ++m_count);
  const std::filesystem::path file = m_folder / name.data();
  const std::filesystem::path unfinished = m_folder / (std::string(".") + name.data());
  std::ofstream stream(unfinished, std::ios::binary);
  stream.write(reinterpret_cast<const char*>(png->data()), static_cast<std::streamsize>(png->size()));
  stream.close();
  std::error_code problem;
  if (stream) std::filesystem::rename(unfinished, file, problem);
  if (stream && !problem) return file;
  std::filesystem::remove(unfinished, problem);
  return cannotWrite("The preview " + file.string() + " cannot be written; make room on the disk or choose another folder.");
}

}  // namespace retailor::command_line
