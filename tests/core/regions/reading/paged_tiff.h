#pragma once

// A TIFF of several grey pages with names, byte by byte.

#include <string>
#include <vector>

#include "core/image/geometry.h"
#include "tests/core/image/handmade_files.h"

namespace retailor::tests {

struct TiffPageText {
  std::string name;  // may be empty
  image::Size size;
  std::string samples;  // 8 bits each
};

// Each page: its directory, its name, its samples.
inline std::string pagedTiff(const std::vector<TiffPageText>& pages) {
  std::string file = image::ByteText().text(std::string("II*\0", 4)).little(8, 4).all();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const TiffPageText& page = pages[i];
    std::string name = page.name + '\0';
    if (name.size() <= 4) name.resize(5, '\0');  // never inside its entry
    const std::uint32_t entries = page.name.empty() ? 9 : 10;
    const auto behind = static_cast<std::uint32_t>(file.size()) + 2 + 12 * entries + 4;
    const std::uint32_t samplesAt = behind + (page.name.empty() ? 0 : static_cast<std::uint32_t>(name.size()));
    const auto count = static_cast<std::uint32_t>(page.samples.size());
    image::ByteText directory;
    directory.little(entries, 2);
    const auto entry = [&](std::uint32_t tag, std::uint32_t value) { directory.little(tag, 2).little(4, 2).little(1, 4).little(value, 4); };
    const auto height = static_cast<std::uint32_t>(page.size.height);
    entry(256, static_cast<std::uint32_t>(page.size.width));
    entry(257, height);
    entry(258, 8);
    entry(259, 1);
    entry(262, 1);
    entry(273, samplesAt);
    entry(277, 1);
    entry(278, height);
    entry(279, count);
    if (!page.name.empty()) directory.little(285, 2).little(2, 2).little(static_cast<std::uint32_t>(name.size()), 4).little(behind, 4);
    directory.little(i + 1 < pages.size() ? samplesAt + count : 0, 4);
    file += directory.all() + (page.name.empty() ? std::string() : name) + page.samples;
  }
  return file;
}

}  // namespace retailor::tests
