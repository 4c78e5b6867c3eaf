#include "core/image/bitmap.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace retailor::image {

std::size_t bytesPerSample(SampleType type) {
  switch (type) {
    case SampleType::U8: return 1;
    case SampleType::U16: return 2;
    case SampleType::F32: return 4;
  }
  return 1;
}

Bitmap::Bitmap(Size size, int channels, SampleType type)
    : m_size(size), m_channels(channels), m_type(type), m_samples(static_cast<std::size_t>(size.height) * rowBytes()) {}

std::size_t Bitmap::rowBytes() const {
  return static_cast<std::size_t>(m_size.width) * static_cast<std::size_t>(m_channels) * bytesPerSample(m_type);
}

Bitmap Bitmap::cropped(const Rect& rect) const {
  assert(intersected(rect, bounds()) == rect);
  Bitmap part(rect.size(), m_channels, m_type);
  const std::size_t pixel = static_cast<std::size_t>(m_channels) * bytesPerSample(m_type);
  for (int y = 0; y < rect.height; ++y) {
    const std::byte* from = bytes() + static_cast<std::size_t>(rect.y + y) * rowBytes() + static_cast<std::size_t>(rect.x) * pixel;
    std::memcpy(part.bytes() + static_cast<std::size_t>(y) * part.rowBytes(), from, part.rowBytes());
  }
  return part;
}

namespace {

float toUnit(std::uint8_t v) { return static_cast<float>(v) / 255.0F; }
float toUnit(std::uint16_t v) { return static_cast<float>(v) / 65535.0F; }

template <class To, class From>
To convertSample(From v) {
  if constexpr (std::is_same_v<To, From>) {
    return v;
  } else if constexpr (std::is_same_v<To, float>) {
    return toUnit(v);
  } else if constexpr (std::is_same_v<From, std::uint8_t>) {
    return static_cast<To>(v * 257);
  } else if constexpr (std::is_same_v<From, std::uint16_t>) {
    return static_cast<To>((v * 255U + 32767U) / 65535U);
  } else {
    constexpr float top = std::is_same_v<To, std::uint8_t> ? 255.0F : 65535.0F;
    return static_cast<To>(std::lround(std::clamp(v, 0.0F, 1.0F) * top));
  }
}

template <class To, class From>
Bitmap converted(const Bitmap& source) {
  Bitmap result(source.size(), source.channels(), sampleTypeOf<To>());
  const std::size_t count = source.byteCount() / sizeof(From);
  const From* from = source.view<From>().data;
  std::transform(from, from + count, result.span<To>().data, [](From v) { return convertSample<To, From>(v); });
  return result;
}

template <class From>
Bitmap convertedTo(const Bitmap& source, SampleType type) {
  switch (type) {
    case SampleType::U8: return converted<std::uint8_t, From>(source);
    case SampleType::U16: return converted<std::uint16_t, From>(source);
    case SampleType::F32: return converted<float, From>(source);
  }
  return {};
}

}  // namespace

Bitmap withSampleType(const Bitmap& source, SampleType type) {
  switch (source.sampleType()) {
    case SampleType::U8: return convertedTo<std::uint8_t>(source, type);
    case SampleType::U16: return convertedTo<std::uint16_t>(source, type);
    case SampleType::F32: return convertedTo<float>(source, type);
  }
  return {};
}

}  // namespace retailor::image
