#include "core/document/project/layer_picture.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace retailor::document {

namespace {

template <class T>
constexpr std::uint32_t top = std::numeric_limits<T>::max();

template <class T>
image::Bitmap joined(const image::Bitmap& pixels, const mask::Mask& blend) {
  image::Bitmap picture(pixels.size(), 4, pixels.sampleType());
  const image::View<const T> from = pixels.view<T>();
  const image::View<T> to = picture.span<T>();
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) {
      const T *p = from.pixel(x, y), own = from.channels == 4 ? p[3] : static_cast<T>(top<T>);
      std::copy_n(p, 3, to.pixel(x, y));
      to.pixel(x, y)[3] = static_cast<T>((static_cast<std::uint64_t>(own) * blend.at(x, y) + 127) / 255);
    }
  return picture;
}

template <class T>
std::pair<image::Bitmap, mask::Mask> split(const image::Bitmap& picture) {
  std::pair<image::Bitmap, mask::Mask> parts{image::Bitmap(picture.size(), 3, picture.sampleType()), mask::Mask(picture.size())};
  const image::View<const T> from = picture.view<T>();
  const image::View<T> to = parts.first.span<T>();
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) {
      std::copy_n(from.pixel(x, y), 3, to.pixel(x, y));
      parts.second.row(y)[x] = static_cast<std::uint8_t>(from.pixel(x, y)[3] / (top<T> / 255));
    }
  return parts;
}

}  // namespace

image::Bitmap layerPicture(const completion::Candidate& result) {
  const bool deep = result.pixels->sampleType() == image::SampleType::U16;
  return deep ? joined<std::uint16_t>(*result.pixels, *result.blend) : joined<std::uint8_t>(*result.pixels, *result.blend);
}

std::pair<image::Bitmap, mask::Mask> splitLayerPicture(const image::Bitmap& picture) {
  return picture.sampleType() == image::SampleType::U16 ? split<std::uint16_t>(picture) : split<std::uint8_t>(picture);
}

}  // namespace retailor::document
