#pragma once

#include <cstdint>
#include <vector>

#include "core/image/bitmap.h"
#include "core/image/geometry.h"

namespace retailor::mask {

// 8-bit coverage of the photo's size: 0 keeps, 255 may change, between is a soft edge. A plain value.
class Mask {
 public:
  Mask() = default;
  explicit Mask(image::Size size, std::uint8_t value = 0);
  explicit Mask(const image::Bitmap& coverage);  // 1 channel, U8

  int width() const { return m_size.width; }
  int height() const { return m_size.height; }
  image::Size size() const { return m_size; }
  image::Rect bounds() const { return {0, 0, m_size.width, m_size.height}; }
  const std::uint8_t* row(int y) const { return m_coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width); }
  std::uint8_t* row(int y) { return m_coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width); }
  std::uint8_t at(int x, int y) const { return row(y)[x]; }

  bool isEmpty() const;         // no pixel above 0
  bool isFull() const;          // every pixel 255
  image::Rect support() const;  // bounding box of pixels above 0; empty rect when there is none
  double share() const;         // mean coverage, 0..1

  Mask cropped(const image::Rect& rect) const;  // rect within bounds()
  void paste(const Mask& part, int x, int y);   // part must lie within bounds()
  image::Bitmap toBitmap() const;               // 1 channel, U8

  bool operator==(const Mask&) const = default;

 private:
  image::Size m_size;
  std::vector<std::uint8_t> m_coverage;
};

}  // namespace retailor::mask
