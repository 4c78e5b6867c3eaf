#pragma once

// PNG and TIFF files put together byte by byte, so that tests can say what ordinary programs would not.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/image/photo.h"

namespace retailor::image {

class ByteText {
 public:
  ByteText& text(const std::string& more) { return m_text += more, *this; }
  ByteText& big(std::uint32_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) m_text.push_back(static_cast<char>(value >> (8 * i)));
    return *this;
  }
  ByteText& little(std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) m_text.push_back(static_cast<char>(value >> (8 * i)));
    return *this;
  }
  const std::string& all() const { return m_text; }

 private:
  std::string m_text;
};

inline std::uint32_t crc32Of(const std::string& text) {
  std::uint32_t crc = ~0U;
  for (const char letter : text) {
    crc ^= static_cast<std::uint8_t>(letter);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline std::string pngChunk(const std::string& name, const std::string& content) {
  const std::uint32_t length = static_cast<std::uint32_t>(content.size());
  return ByteText().big(length, 4).text(name + content).big(crc32Of(name + content), 4).all();
}

// A zlib stream of one stored block.
inline std::string storedZlib(const std::string& content) {
  std::uint32_t a = 1, b = 0;
  for (const char letter : content) {
    a = (a + static_cast<std::uint8_t>(letter)) % 65521;
    b = (b + a) % 65521;
  }
  const auto length = static_cast<std::uint32_t>(content.size());
  return ByteText().text("\x78\x01\x01").little(length, 2).little(~length & 0xFFFF, 2).text(content).big(b << 16 | a, 4).all();
}

struct HandmadePng {
  std::uint32_t width = 1;
  std::uint32_t height = 1;
  int depth = 8;
  int colourType = 2;  // 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
  std::string chunks;  // between header and pixels
  std::string rows;    // each with its filter byte

  std::string header() const {
    return ByteText()
        .big(width, 4)
        .big(height, 4)
        .big(static_cast<std::uint32_t>(depth), 1)
        .big(static_cast<std::uint32_t>(colourType), 1)
        .big(0, 3)
        .all();
  }
  std::string file() const {
    return "\x89PNG\r\n\x1A\n" + pngChunk("IHDR", header()) + chunks + pngChunk("IDAT", storedZlib(rows)) + pngChunk("IEND", "");
  }
};

// Uncompressed, in strips of equal size; lists of numbers and the samples lie behind the directory.
struct HandmadeTiff {
  std::vector<std::array<std::uint32_t, 2>> tags;                           // tag, one LONG
  std::vector<std::pair<std::uint16_t, std::vector<std::uint16_t>>> lists;  // tag, SHORTs
  std::string samples;
  std::uint32_t strips = 1;
  bool tiled = false;  // the strips are tiles

  std::string file() const {
    std::vector<Entry> entries;
    for (const auto& [tag, value] : tags) entries.push_back({tag, 4, 1, ByteText().little(value, 4).all()});
    for (const auto& [tag, values] : lists) entries.push_back(shorts(tag, values));
    const std::uint32_t stripBytes = static_cast<std::uint32_t>(samples.size()) / strips;
    const std::uint32_t start = 8 + 2 + 12 * static_cast<std::uint32_t>(entries.size() + 2) + 4;
    std::uint32_t behind = start + 8 * strips;
    for (const Entry& entry : entries) behind += entry.bytes.size() > 4 ? static_cast<std::uint32_t>(entry.bytes.size()) : 0;
    Entry offsets{tiled ? 324U : 273U, 4, strips, ""}, lengths{tiled ? 325U : 279U, 4, strips, ""};
    for (std::uint32_t i = 0; i < strips; ++i) {
      offsets.bytes += ByteText().little(behind + i * stripBytes, 4).all();
      lengths.bytes += ByteText().little(stripBytes, 4).all();
    }
    entries.push_back(offsets);
    entries.push_back(lengths);
    std::string made = laidOut(std::move(entries), start);
    made.resize(behind);
    return made + samples;
  }

 private:
  struct Entry {
    std::uint32_t tag, type, count;
    std::string bytes;
  };

  static Entry shorts(std::uint16_t tag, const std::vector<std::uint16_t>& values) {
    ByteText bytes;
    for (const std::uint16_t value : values) bytes.little(value, 2);
    return {tag, 3, static_cast<std::uint32_t>(values.size()), bytes.all()};
  }

  static std::string laidOut(std::vector<Entry> entries, std::uint32_t start) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.tag < b.tag; });
    ByteText file, tail;
    file.text(std::string("II*\0", 4)).little(8, 4).little(static_cast<std::uint32_t>(entries.size()), 2);
    for (Entry& entry : entries) {
      file.little(entry.tag, 2).little(entry.type, 2).little(entry.count, 4);
      const bool fits = entry.bytes.size() <= 4;
      if (!fits) file.little(start + static_cast<std::uint32_t>(tail.all().size()), 4);
      entry.bytes.resize(std::max<std::size_t>(entry.bytes.size(), 4));
      fits ? file.text(entry.bytes) : tail.text(entry.bytes);
    }
    return file.little(0, 4).text(tail.all()).all();
  }
};

}  // namespace retailor::image
