#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "core/image/bitmap_view.h"
#include "core/image/geometry.h"

namespace retailor::image {

enum class SampleType : std::uint8_t { U8, U16, F32 };

template <class T>
constexpr SampleType sampleTypeOf() {
  using Plain = std::remove_const_t<T>;
  static_assert(std::is_same_v<Plain, std::uint8_t> || std::is_same_v<Plain, std::uint16_t> || std::is_same_v<Plain, float>);
  if constexpr (std::is_same_v<Plain, std::uint8_t>) return SampleType::U8;
  if constexpr (std::is_same_v<Plain, std::uint16_t>) return SampleType::U16;
  return SampleType::F32;
}

std::size_t bytesPerSample(SampleType type);

// Owns the samples of a picture: rows top to bottom without padding, channels interleaved. 1 channel: grey or coverage,
// 3: RGB, 4: RGB and straight alpha. U8 0..255, U16 0..65535, F32 0..1. A plain value: copying copies the samples, so
// large pictures travel as std::shared_ptr<const Bitmap>.
class Bitmap {
 public:
  Bitmap() = default;
  Bitmap(Size size, int channels, SampleType type);  // all samples 0; throws std::bad_alloc

  int width() const { return m_size.width; }
  int height() const { return m_size.height; }
  Size size() const { return m_size; }
  int channels() const { return m_channels; }
  SampleType sampleType() const { return m_type; }
  bool empty() const { return m_samples.empty(); }
  bool hasAlpha() const { return m_channels == 4; }

  std::size_t byteCount() const { return m_samples.size(); }
  std::size_t rowBytes() const;
  const std::byte* bytes() const { return m_samples.data(); }
  std::byte* bytes() { return m_samples.data(); }

  // T must be the type that sampleType() names.
  template <class T>
  View<const T> view() const {
    assert(sampleTypeOf<T>() == m_type);
    return {reinterpret_cast<const T*>(m_samples.data()), width(), height(), m_channels};
  }
  template <class T>
  View<T> span() {
    assert(sampleTypeOf<T>() == m_type);
    return {reinterpret_cast<T*>(m_samples.data()), width(), height(), m_channels};
  }

  // The part inside `rect`, which must lie within the picture.
  Bitmap cropped(const Rect& rect) const;
  Rect bounds() const { return {0, 0, width(), height()}; }

  bool operator==(const Bitmap&) const = default;

 private:
  Size m_size;
  int m_channels = 0;
  SampleType m_type = SampleType::U8;
  std::vector<std::byte> m_samples;
};

// The same picture with another kind of sample: U8 -> U16 multiplies by 257, U16 -> U8 rounds, F32 is clamped to 0..1 and rounded
Bitmap withSampleType(const Bitmap& source, SampleType type);

}  // namespace retailor::image
