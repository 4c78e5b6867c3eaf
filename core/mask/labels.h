#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/mask/mask.h"

namespace retailor::mask {

// One label a pixel, so that no pixel belongs to two parts: 0 is nothing, 1 to 255 are the parts. A plain value.
class Labels {
 public:
  Labels() = default;
  explicit Labels(image::Size size) : m_size(size), m_ids(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height)) {}

  int width() const { return m_size.width; }
  int height() const { return m_size.height; }
  image::Size size() const { return m_size; }
  const std::uint8_t* row(int y) const { return m_ids.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width); }
  std::uint8_t* row(int y) { return m_ids.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width); }
  std::uint8_t at(int x, int y) const { return row(y)[x]; }
  bool isOnBorder(int x, int y) const;  // the pixel to its right or below it bears another label

  std::array<std::size_t, 256> counts() const;  // pixels of each label
  Mask maskOf(std::uint8_t label) const;        // 255 where the label is
  Labels resized(image::Size size) const;       // nearest pixel: never makes a label that was not there

  bool operator==(const Labels&) const = default;

 private:
  image::Size m_size;
  std::vector<std::uint8_t> m_ids;
};

}  // namespace retailor::mask
