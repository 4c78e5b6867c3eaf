#pragma once

// Parsing maps as files, in a folder that goes with the test.

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

#include "core/image/write_photo.h"
#include "core/regions/maps/label_map.h"
#include "tests/core/image/handmade_files.h"

namespace retailor::tests {

class LabelFiles {
 public:
  std::filesystem::path path(const std::string& name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  std::filesystem::path write(const std::string& name, const image::Bitmap& picture) const {
    image::Photo photo;
    photo.pixels = picture;
    const auto format = *image::formatOf(name);
    const auto bytes = format == image::FileFormat::Png ? *image::encodePng(picture) : *image::encodePhoto(photo, format);
    return write(name, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }

 private:
  QTemporaryDir m_folder;
};

// The ids as grey levels, 8 or 16 bits.
template <class T>
image::Bitmap greyOf(const regions::LabelMap& map) {
  image::Bitmap picture(map.size, 1, image::sampleTypeOf<T>());
  for (std::size_t i = 0; i < map.ids.size(); ++i) picture.span<T>().data[i] = static_cast<T>(map.ids[i]);
  return picture;
}

inline image::Bitmap colouredBy(const regions::LabelMap& map, const std::vector<std::uint32_t>& colours) {
  image::Bitmap picture(map.size, 3, image::SampleType::U8);
  for (std::size_t i = 0; i < map.ids.size(); ++i)
    for (std::size_t c = 0; c < 3; ++c)
      picture.span<std::uint8_t>().data[3 * i + c] = static_cast<std::uint8_t>(colours.at(map.ids[i]) >> (16 - 8 * c));
  return picture;
}

// A palette PNG whose colours say nothing: index i is drawn as (7 i, 255 - i, 3 i) modulo 256; `transparent` of its entries have alpha 0.
inline std::string palettePng(const regions::LabelMap& map, int transparent = 0) {
  image::HandmadePng png{static_cast<std::uint32_t>(map.size.width), static_cast<std::uint32_t>(map.size.height), 8, 3, {}, {}};
  std::string colours;
  for (int i = 0; i < 256; ++i) colours += {static_cast<char>(7 * i), static_cast<char>(255 - i), static_cast<char>(3 * i)};
  png.chunks = image::pngChunk("PLTE", colours);
  if (transparent > 0) png.chunks += image::pngChunk("tRNS", std::string(static_cast<std::size_t>(transparent), '\0'));
  for (std::size_t i = 0; i < map.ids.size(); ++i) {
    if (i % static_cast<std::size_t>(map.size.width) == 0) png.rows += '\0';
    png.rows += static_cast<char>(map.ids[i]);
  }
  return png.file();
}

// NumPy's format, version 1; `type` as "<i4".
inline std::string npyOf(const regions::LabelMap& map, const std::string& type, bool columnsFirst = false) {
  const std::string sides = std::to_string(map.size.height) + ", " + std::to_string(map.size.width);
  std::string header = "{'descr': '" + type + "', 'fortran_order': " + (columnsFirst ? "True" : "False") + ", 'shape': (" + sides + "), }";
  header.resize((header.size() / 64 + 1) * 64 + 53, ' ');
  header += '\n';
  image::ByteText file;
  file.text("\x93NUMPY\x01").text(std::string(1, '\0')).little(static_cast<std::uint32_t>(header.size()), 2).text(header);
  const int bytes = type[2] - '0';
  const auto width = static_cast<std::size_t>(map.size.width), height = static_cast<std::size_t>(map.size.height);
  for (std::size_t i = 0; i < map.ids.size(); ++i) {
    const std::size_t from = columnsFirst ? i % height * width + i / height : i;
    if (bytes == 8)
      file.little(map.ids[from], 4).little(0, 4);
    else if (type[0] == '>')
      file.big(map.ids[from], bytes);
    else
      file.little(map.ids[from], bytes);
  }
  return file.all();
}

}  // namespace retailor::tests
