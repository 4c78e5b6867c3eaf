#pragma once

// Pictures that tests draw, and the formats they try them in.

#include <QTest>

#include <cmath>
#include <cstring>
#include <string>

#include "core/image/read_photo.h"
#include "core/image/write_photo.h"

namespace retailor::image {

struct NamedFormat {
  const char* name;
  FileFormat format;
};

inline constexpr NamedFormat kFormats[] = {
    {"png", FileFormat::Png}, {"jpg", FileFormat::Jpeg}, {"tif", FileFormat::Tiff}, {"webp", FileFormat::WebP}};

// Every sample another value, in no order that a filter could guess; alpha takes all values too.
inline Bitmap scattered(Size size, int channels, SampleType type) {
  Bitmap bitmap(size, channels, type);
  std::uint32_t state = 12345;
  for (std::size_t i = 0; i < bitmap.byteCount() / bytesPerSample(type); ++i) {
    state = state * 1664525U + 1013904223U;
    if (type == SampleType::U8) bitmap.span<std::uint8_t>().data[i] = static_cast<std::uint8_t>(state >> 24);
    if (type == SampleType::U16) bitmap.span<std::uint16_t>().data[i] = static_cast<std::uint16_t>(state >> 16);
    if (type == SampleType::F32) bitmap.span<float>().data[i] = static_cast<float>(state >> 8) / 16777216.0F;
  }
  return bitmap;
}

template <class T>
Bitmap filled(Size size, std::initializer_list<T> pixel) {
  Bitmap bitmap(size, static_cast<int>(pixel.size()), sampleTypeOf<T>());
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) std::copy(pixel.begin(), pixel.end(), bitmap.span<T>().pixel(x, y));
  }
  return bitmap;
}

// Blocks of eight pixels a side, so that JPEG keeps each one's colour: `across` by `down` blocks, all different.
inline Bitmap blocks(int across, int down) {
  Bitmap bitmap({across * 8, down * 8}, 3, SampleType::U8);
  for (int y = 0; y < bitmap.height(); ++y) {
    for (int x = 0; x < bitmap.width(); ++x) {
      const int number = y / 8 * across + x / 8;
      std::uint8_t* pixel = bitmap.span<std::uint8_t>().pixel(x, y);
      for (int c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(40 + 30 * ((number + c) % 6));
    }
  }
  return bitmap;
}

inline int largestDifference(const Bitmap& a, const Bitmap& b) {
  if (a.size() != b.size() || a.channels() != b.channels() || a.sampleType() != SampleType::U8 || b.sampleType() != SampleType::U8)
    return 256;
  int largest = 0;
  for (std::size_t i = 0; i < a.byteCount(); ++i) {
    largest = std::max(largest, std::abs(static_cast<int>(a.bytes()[i]) - static_cast<int>(b.bytes()[i])));
  }
  return largest;
}

inline Photo photoOf(Bitmap pixels) {
  Photo photo;
  photo.pixels = std::move(pixels);
  return photo;
}

inline Bytes bytesOf(const std::string& text) {
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {first, first + text.size()};
}

// The value of a result that must be good; the test fails with the sentence otherwise, and goes on with an empty value.
template <class T>
T expected(Result<T> result) {
  if (!result) QTest::qFail(result.failure().sentence.c_str(), __FILE__, __LINE__);
  return result ? std::move(*result) : T{};
}

inline Bytes encodedAs(const Photo& photo, FileFormat format, const WriteOptions& options = {}) {
  return expected(encodePhoto(photo, format, options));
}

inline Photo readBack(const Bytes& file, const ReadBudget& budget = {}) { return expected(readPhotoFromMemory(file, "back", budget)); }

// The sentence of a result that must have failed for the user's input; empty when it did not.
template <class T>
QString complaint(const Result<T>& result) {
  if (result || result.failure().kind != FailureKind::BadInput) return {};
  return QString::fromStdString(result.failure().sentence);
}

}  // namespace retailor::image
